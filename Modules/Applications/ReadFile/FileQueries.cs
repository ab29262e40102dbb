using Anef.Applications.Access;
using Anef.Applications.Domain;
using Anef.Applications.HoldFile;
using Anef.Applications.NoteOnFile;
using Anef.Applications.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ReadFile;

/// <summary>What an open file asks of the database, translated once: one statement each, by an index.</summary>
internal static class FileQueries
{
    public static readonly Func<ApplicationsDb, Guid, CancellationToken, Task<Person>> Person = EF.CompileAsyncQuery((ApplicationsDb db, Guid id, CancellationToken _) =>
        db.People.AsNoTracking().Single(p => p.Id == id));

    public static readonly Func<ApplicationsDb, Guid, Guid?, DateTimeOffset, CancellationToken, Task<DateTimeOffset?>> LastSeen = EF.CompileAsyncQuery(
        (ApplicationsDb db, Guid file, Guid? account, DateTimeOffset before, CancellationToken _) => db.Set<FileReading>()
            .Where(r => r.ApplicationId == file && r.AccountId == account && r.At < before).OrderByDescending(r => r.At).Select(r => (DateTimeOffset?)r.At).FirstOrDefault());

    public static readonly Func<ApplicationsDb, Guid, Guid?, IAsyncEnumerable<FileReading>> ActsOfOthers = EF.CompileAsyncQuery((ApplicationsDb db, Guid file, Guid? account) => db.Set<FileReading>().AsNoTracking()
        .Where(r => r.ApplicationId == file && r.AccountId != account && r.What != "file" && r.What != "status").OrderByDescending(r => r.At).Take(20));

    public static readonly Func<ApplicationsDb, Guid, IAsyncEnumerable<FileNote>> Notes = EF.CompileAsyncQuery((ApplicationsDb db, Guid file) =>
        db.Set<FileNote>().AsNoTracking().Where(n => n.ApplicationId == file).OrderByDescending(n => n.At).Take(100));

    public static readonly Func<ApplicationsDb, Guid, CancellationToken, Task<DecisionDraft?>> Draft = EF.CompileAsyncQuery((ApplicationsDb db, Guid file, CancellationToken _) =>
        db.Set<DecisionDraft>().AsNoTracking().SingleOrDefault(d => d.ApplicationId == file));

    public static readonly Func<ApplicationsDb, Guid, CancellationToken, Task<LegalHold?>> Hold = EF.CompileAsyncQuery((ApplicationsDb db, Guid file, CancellationToken _) =>
        db.Set<LegalHold>().AsNoTracking().SingleOrDefault(h => h.ApplicationId == file && h.LiftedAt == null));

    public static readonly Func<ApplicationsDb, Guid, IAsyncEnumerable<Correction>> Corrections = EF.CompileAsyncQuery((ApplicationsDb db, Guid person) =>
        db.Set<Correction>().AsNoTracking().Where(c => c.PersonId == person).OrderByDescending(c => c.At).Take(20));
}
