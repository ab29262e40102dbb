using Anef.PartnerOrganisations.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.BeginMandate;

/// <summary>A mandate whose proof is good begins, in the save of whatever proved it. One with the same terms is not made twice.</summary>
internal sealed class BeginMandate(PartnerOrganisationsDb db, TimeProvider clock)
{
    /// <param name="by">The agent; null for the person themselves.</param>
    public async Task<Mandate> Add(Organisation organisation, Guid person, MandateTerms terms, MandateProof proof, Guid? file, string? by, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today(CivilTime.Paris));
        terms.Check(organisation, today);
        var known = await db.Mandates.AsNoTracking().Where(m => m.OrganisationId == organisation.Id && m.PersonId == person && m.ValidAt != null && m.RevokedAt == null && m.Until == terms.Until).ToListAsync(ct);
        if (known.Find(m => m.Proof == proof && m.Procedures.Order().SequenceEqual(terms.Procedures.Order())) is { } same) return same;
        var mandate = new Mandate { OrganisationId = organisation.Id, PersonId = person, Procedures = terms.Procedures, Proof = proof, File = file, ProposedAt = now, Until = terms.Until };
        mandate.Validate(by, now);
        db.Add(mandate);
        db.Publish(new MandateChanged(mandate.Id, organisation.Id, organisation.Name, person, Valid: true));
        return mandate;
    }
}
