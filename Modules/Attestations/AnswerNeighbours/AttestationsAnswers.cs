using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Pdf;
using Anef.Attestations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Attestations.AnswerNeighbours;

/// <summary>What other modules may ask. What makes documents is only made for whoever wants one: most ask for dates.</summary>
internal sealed class AttestationsAnswers(AttestationsDb db, Lazy<DocumentDesk> desk, Lazy<IUseCase<ListChecks.ListChecks.Request, IReadOnlyList<CheckSummary>>> checks, TimeProvider clock) : IAttestations
{
    private static readonly Func<AttestationsDb, Guid, Guid, IAsyncEnumerable<Stated>> Issued = EF.CompileAsyncQuery((AttestationsDb db, Guid person, Guid application) =>
        from attestation in db.Attestations.AsNoTracking()
        join basis in db.Bases.AsNoTracking() on attestation.BasisId equals basis.Id
        where attestation.PersonId == person && attestation.ApplicationId == application
        orderby attestation.IssuedAt, attestation.ValidFrom, attestation.Number
        select new Stated(attestation, basis));

    public Task<byte[]?> Pdf(string number, CancellationToken ct) => desk.Value.Pdf(number, ct);

    public Task<string?> Qr(string number, CancellationToken ct) => desk.Value.Qr(number, ct);

    public Task<CoverageSummary> CoverageOf(Guid personId, CancellationToken ct) => db.Coverage(personId, clock, ct);

    public Task<IReadOnlyDictionary<Guid, CoverageSummary>> CoverageOf(IReadOnlyCollection<Guid> people, CancellationToken ct) => db.Coverage(people, clock, ct);

    public Task<IReadOnlyList<CheckSummary>> ChecksOf(Guid personId, CancellationToken ct) => checks.Value.Handle(new(personId), ct);

    public async Task<IReadOnlyList<AttestationSummary>> OfApplication(Guid personId, Guid applicationId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var issued = await Issued(db, personId, applicationId).ToListAsync(ct);
        return [.. issued.Select(i => new AttestationSummary(i.Attestation.Number, i.Attestation.Kind, i.Attestation.ValidFrom, i.Attestation.ValidUntil,
            Codes.Of(i.Attestation.StatusOn(now.DayIn(i.Basis.Zone))), Codes.Of(Rights.WorkOf(i.Attestation.Kind, i.Basis.Work)), i.Basis.Mention, i.Attestation.IssuedAt)
        {
            WorkCondition = i.Basis.WorkCondition,
            Travel = Codes.Of(Rights.TravelOf(i.Attestation.Kind, i.Basis.HeldTitle is not null, i.Basis.HeldLost)),
            LegalBasis = i.Basis.LegalBasis,
        })];
    }

    public async Task<IReadOnlyList<IssuedFacts>> IssuedTo(IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var issued = await (from attestation in db.Attestations.AsNoTracking()
                            join basis in db.Bases.AsNoTracking() on attestation.BasisId equals basis.Id
                            where people.Contains(attestation.PersonId)
                            orderby attestation.IssuedAt, attestation.Number
                            select new { attestation.PersonId, attestation.ApplicationId, attestation.Number, attestation.Kind, attestation.IssuedAt, attestation.ValidFrom, attestation.ValidUntil, basis.Zone }).ToListAsync(ct);
        return [.. issued.Select(i => new IssuedFacts(i.PersonId, i.ApplicationId, i.Number, i.Kind, i.IssuedAt.DayIn(i.Zone), i.ValidFrom, i.ValidUntil))];
    }

    public async Task<IReadOnlyList<GapFacts>> GapsOf(IReadOnlyCollection<Guid> people, CancellationToken ct) =>
        await db.Set<Gap>().AsNoTracking().Where(g => people.Contains(g.PersonId)).OrderBy(g => g.From).Select(g => new GapFacts(g.PersonId, g.ApplicationId, g.From, g.To)).ToListAsync(ct);

    private sealed record Stated(Attestation Attestation, Basis Basis);
}
