using Anef.Applications.Access;
using Anef.Applications.Domain;
using Anef.Applications.HoldFile;
using Anef.Applications.KeepFiles;
using Anef.Applications.NoteOnFile;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ReadFile;

/// <summary>A file as an officer works on it, with what has changed since they last saw it.</summary>
internal sealed class ReadFile(ApplicationsDb db, FileDoor door, Visitor visitor, TimeProvider clock) : IUseCase<ReadFile.Request, ReadFile.View>
{
    /// <summary>Looking again within that time is the same look: what is new stays marked.</summary>
    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(30);

    public sealed record Request(string Number);

    /// <param name="LastSeen">When this officer last saw it before; null the first time.</param>
    /// <param name="Acts">What others did to it lately, the latest first.</param>
    public sealed record View(PermitApplication File, Person Person, DateTimeOffset? LastSeen, FileDifferences Differences, IReadOnlyList<FileNote> Notes, DecisionDraft? Draft,
        IReadOnlyList<NamedReader> Named, IReadOnlyList<FileReading> Acts, LegalHold? Hold, IReadOnlyList<Correction> Corrections, DateOnly Today);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var file = await door.Open(visitor, request.Number, Sight.Everything, "file", ct);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == file.PersonId, ct);
        var now = clock.GetUtcNow();
        var before = now - OneLook;
        var readings = db.Set<FileReading>().AsNoTracking().Where(r => r.ApplicationId == file.Id);
        var lastSeen = await readings.Where(r => r.AccountId == visitor.AccountId && r.At < before).OrderByDescending(r => r.At).Select(r => (DateTimeOffset?)r.At).FirstOrDefaultAsync(ct);
        var acts = await readings.Where(r => r.AccountId != visitor.AccountId && r.What != "file" && r.What != "status").OrderByDescending(r => r.At).Take(20).ToListAsync(ct);
        var notes = await db.Set<FileNote>().AsNoTracking().Where(n => n.ApplicationId == file.Id).OrderByDescending(n => n.At).Take(100).ToListAsync(ct);
        var draft = await db.Set<DecisionDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.ApplicationId == file.Id, ct);
        var named = file.Restricted ? await db.Set<NamedReader>().AsNoTracking().Where(n => n.ApplicationId == file.Id).ToListAsync(ct) : [];
        var hold = await db.Holds().AsNoTracking().SingleOrDefaultAsync(h => h.ApplicationId == file.Id, ct);
        var corrections = await db.Set<Correction>().AsNoTracking().Where(c => c.PersonId == person.Id).OrderByDescending(c => c.At).Take(20).ToListAsync(ct);
        return new(file, person, lastSeen, FileDifferences.Since(file, lastSeen), notes, draft, named, acts, hold, corrections, Moment.In(file.Zone, clock).Day);
    }
}
