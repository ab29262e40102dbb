using Anef.Applications.Access;
using Anef.Applications.Domain;
using Anef.Applications.HoldFile;
using Anef.Applications.NoteOnFile;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Persistence;
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
        await using var open = await db.StayOpen(ct);
        var file = await door.Open(visitor, request.Number, Sight.Everything, "file", ct);
        var person = await FileQueries.Person(db, file.PersonId, ct);
        var lastSeen = await FileQueries.LastSeen(db, file.Id, visitor.AccountId, clock.GetUtcNow() - OneLook, ct);
        var acts = await FileQueries.ActsOfOthers(db, file.Id, visitor.AccountId).ToListAsync(ct);
        var notes = await FileQueries.Notes(db, file.Id).ToListAsync(ct);
        var draft = await FileQueries.Draft(db, file.Id, ct);
        var named = file.Restricted ? await db.Set<NamedReader>().AsNoTracking().Where(n => n.ApplicationId == file.Id).ToListAsync(ct) : [];
        var hold = await FileQueries.Hold(db, file.Id, ct);
        var corrections = await FileQueries.Corrections(db, person.Id).ToListAsync(ct);
        return new(file, person, lastSeen, FileDifferences.Since(file, lastSeen), notes, draft, named, acts, hold, corrections, Moment.In(file.Zone, clock).Day);
    }
}
