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
    public Task<byte[]?> Pdf(string number, CancellationToken ct) => desk.Value.Pdf(number, ct);

    public Task<string?> Qr(string number, CancellationToken ct) => desk.Value.Qr(number, ct);

    public Task<CoverageSummary> CoverageOf(Guid personId, CancellationToken ct) => db.Coverage(personId, clock, ct);

    public Task<IReadOnlyList<CheckSummary>> ChecksOf(Guid personId, CancellationToken ct) => checks.Value.Handle(new(personId), ct);

    public async Task<IReadOnlyList<AttestationSummary>> OfApplication(Guid personId, Guid applicationId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var issued = await (
            from attestation in db.Attestations.AsNoTracking()
            join basis in db.Bases.AsNoTracking() on attestation.BasisId equals basis.Id
            where attestation.PersonId == personId && attestation.ApplicationId == applicationId
            orderby attestation.IssuedAt, attestation.ValidFrom, attestation.Number
            select new { attestation, basis }).ToListAsync(ct);
        return [.. issued.Select(i => new AttestationSummary(i.attestation.Number, i.attestation.Kind, i.attestation.ValidFrom, i.attestation.ValidUntil,
            Codes.Of(i.attestation.StatusOn(now.DayIn(i.basis.Zone))), Codes.Of(Rights.WorkOf(i.attestation.Kind, i.basis.Work)), i.basis.Mention, i.attestation.IssuedAt)
        {
            WorkCondition = i.basis.WorkCondition,
            Travel = Codes.Of(Rights.TravelOf(i.attestation.Kind, i.basis.HeldTitle is not null, i.basis.HeldLost)),
            LegalBasis = i.basis.LegalBasis,
        })];
    }
}
