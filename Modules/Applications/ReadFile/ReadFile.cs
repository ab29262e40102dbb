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
        IReadOnlyList<NamedReader> Named, IReadOnlyList<FileReading> Acts, LegalHold? Hold, IReadOnlyList<Correction> Corrections, bool HasMessages, DateOnly Today);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        await using var open = await db.StayOpen(ct);
        var file = await door.Open(visitor, request.Number, Sight.Everything, "file", ct);
        var around = await FileQueries.Around(db, file.Id, file.PersonId, visitor.AccountId, clock.GetUtcNow() - OneLook, ct);
        var acts = around.HasActs ? await FileQueries.ActsOfOthers(db, file.Id, visitor.AccountId).ToListAsync(ct) : [];
        var notes = around.HasNotes ? await FileQueries.Notes(db, file.Id).ToListAsync(ct) : [];
        var named = file.Restricted ? await db.Set<NamedReader>().AsNoTracking().Where(n => n.ApplicationId == file.Id).ToListAsync(ct) : [];
        var corrections = around.HasCorrections ? await FileQueries.Corrections(db, file.PersonId).ToListAsync(ct) : [];
        return new(file, around.Person, around.LastSeen, FileDifferences.Since(file, around.LastSeen), notes, around.Draft, named, acts, around.Hold, corrections, around.HasMessages, Moment.In(file.Zone, clock).Day);
    }
}
