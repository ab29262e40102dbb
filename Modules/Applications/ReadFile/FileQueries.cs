using Anef.Applications.Access;
using Anef.Applications.Domain;
using Anef.Applications.HoldFile;
using Anef.Applications.NoteOnFile;
using Anef.Applications.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ReadFile;

/// <summary>What an open file asks of the database, translated once, by an index: one statement for all that there is at most one of, then one for each list that is not empty.</summary>
internal static class FileQueries
{
    public static readonly Func<ApplicationsDb, Guid, Guid, Guid?, DateTimeOffset, CancellationToken, Task<Surroundings>> Around = EF.CompileAsyncQuery(
        (ApplicationsDb db, Guid file, Guid personId, Guid? account, DateTimeOffset before, CancellationToken _) => (
            from person in db.People.AsNoTracking().Where(p => p.Id == personId)
            from draft in db.Set<DecisionDraft>().AsNoTracking().Where(d => d.ApplicationId == file).DefaultIfEmpty()
            from hold in db.Set<LegalHold>().AsNoTracking().Where(h => h.ApplicationId == file && h.LiftedAt == null).DefaultIfEmpty()
            select new Surroundings
            {
                Person = person,
                Draft = draft,
                Hold = hold,
                LastSeen = db.Set<FileReading>().Where(r => r.ApplicationId == file && r.AccountId == account && r.At < before).Max(r => (DateTimeOffset?)r.At),
                HasActs = db.Set<FileReading>().Any(r => r.ApplicationId == file && r.AccountId != account && r.What != "file" && r.What != "status"),
                HasNotes = db.Set<FileNote>().Any(n => n.ApplicationId == file),
                HasCorrections = db.Set<Correction>().Any(c => c.PersonId == personId),
                HasMessages = db.Set<FileMessage>().Any(m => m.ApplicationId == file),
            }).Single());

    public static readonly Func<ApplicationsDb, Guid, Guid?, IAsyncEnumerable<FileReading>> ActsOfOthers = EF.CompileAsyncQuery((ApplicationsDb db, Guid file, Guid? account) => db.Set<FileReading>().AsNoTracking()
        .Where(r => r.ApplicationId == file && r.AccountId != account && r.What != "file" && r.What != "status").OrderByDescending(r => r.At).Take(20));

    public static readonly Func<ApplicationsDb, Guid, IAsyncEnumerable<FileNote>> Notes = EF.CompileAsyncQuery((ApplicationsDb db, Guid file) =>
        db.Set<FileNote>().AsNoTracking().Where(n => n.ApplicationId == file).OrderByDescending(n => n.At).Take(100));

    public static readonly Func<ApplicationsDb, Guid, IAsyncEnumerable<Correction>> Corrections = EF.CompileAsyncQuery((ApplicationsDb db, Guid person) =>
        db.Set<Correction>().AsNoTracking().Where(c => c.PersonId == person).OrderByDescending(c => c.At).Take(20));

    /// <summary>What stands around a file, and which of its lists are worth a statement.</summary>
    internal sealed class Surroundings
    {
        public required Person Person { get; init; }

        public DecisionDraft? Draft { get; init; }

        public LegalHold? Hold { get; init; }

        public DateTimeOffset? LastSeen { get; init; }

        public bool HasActs { get; init; }

        public bool HasNotes { get; init; }

        public bool HasCorrections { get; init; }

        public bool HasMessages { get; init; }
    }
}
