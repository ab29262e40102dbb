using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Attestations.AnswerNeighbours;

/// <summary>How far a person is covered, from the documents issued and from what the sweep will issue: two small reads.</summary>
internal static class CoverageAnswer
{
    private static readonly Func<AttestationsDb, Guid, CancellationToken, Task<PersonCoverage?>> Next = EF.CompileAsyncQuery((AttestationsDb db, Guid person, CancellationToken _) =>
        db.Coverages.AsNoTracking().SingleOrDefault(c => c.PersonId == person));

    private static readonly Func<AttestationsDb, Guid, IAsyncEnumerable<Document>> Issued = EF.CompileAsyncQuery((AttestationsDb db, Guid person) => db.Attestations
        .Where(a => a.PersonId == person && a.Kind != AttestationKind.FilingConfirmation && a.Kind != AttestationKind.Continuity)
        .Select(a => new Document(a.Number, a.Kind, a.ApplicationId, a.ValidFrom, a.ValidUntil, a.EndedOn)));

    public static async Task<CoverageSummary> Coverage(this AttestationsDb db, Guid personId, TimeProvider clock, CancellationToken ct)
    {
        await using var open = await db.StayOpen(ct);
        var next = await Next(db, personId, ct);
        var documents = await Issued(db, personId).ToListAsync(ct);
        return Of(next, documents, clock.Today(next?.Zone is { Length: > 0 } zone ? zone : CivilTime.Paris));
    }

    public static async Task<IReadOnlyDictionary<Guid, CoverageSummary>> Coverage(this AttestationsDb db, IReadOnlyCollection<Guid> people, TimeProvider clock, CancellationToken ct)
    {
        var next = (await db.Coverages.AsNoTracking().Where(c => people.Contains(c.PersonId)).ToListAsync(ct)).ToDictionary(c => c.PersonId);
        var documents = (await db.Attestations.AsNoTracking()
            .Where(a => people.Contains(a.PersonId) && a.Kind != AttestationKind.FilingConfirmation && a.Kind != AttestationKind.Continuity)
            .Select(a => new { a.PersonId, Document = new Document(a.Number, a.Kind, a.ApplicationId, a.ValidFrom, a.ValidUntil, a.EndedOn) }).ToListAsync(ct))
            .ToLookup(a => a.PersonId, a => a.Document);
        return people.Distinct().ToDictionary(p => p, p => Of(next.GetValueOrDefault(p), [.. documents[p]], clock.Today(next.GetValueOrDefault(p)?.Zone is { Length: > 0 } zone ? zone : CivilTime.Paris)));
    }

    public static CoverageSummary Of(PersonCoverage? next, IReadOnlyList<Document> documents, DateOnly today)
    {
        var following = documents.Where(d => d.From > today && !(d.LastDay < d.From)).MinBy(d => d.From);
        var summary = new CoverageSummary
        {
            FollowingNumber = following?.Number,
            FollowingFrom = following?.From,
            FollowingUntil = following?.LastDay,
            LawUntil = next?.LawUntil,
            GoesOn = next?.GoesOn ?? false,
            NextKind = next?.NextKind,
            NextFrom = next?.NextFrom,
            NextIssuedOn = next is { GoesOn: true } ? next.DueOn : null,
        };
        if (documents.Where(d => d.From <= today && !(d.LastDay < today)).MaxBy(d => d.LastDay ?? DateOnly.MaxValue) is not { } now) return summary;
        var until = now.LastDay;
        while (until is { } end && documents.Where(d => d.From <= end.AddDays(1) && (d.LastDay is null || d.LastDay > end)).MaxBy(d => d.LastDay ?? DateOnly.MaxValue) is { } after)
            until = after.LastDay;
        return summary with { Number = now.Number, Kind = now.Kind, ApplicationId = now.ApplicationId, Until = until };
    }

    internal sealed record Document(string Number, AttestationKind Kind, Guid ApplicationId, DateOnly From, DateOnly? Until, DateOnly? EndedOn)
    {
        /// <summary>The last day on which it has effect; null when open.</summary>
        public DateOnly? LastDay => EndedOn is { } ended && !(Until < ended) ? ended.AddDays(-1) : Until;
    }
}
