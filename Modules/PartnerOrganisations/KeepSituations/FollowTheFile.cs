using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Events;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.KeepSituations;

/// <summary>Of whom nothing is kept any more, no situation, line, mandate or proof is left; a mail that tells of others too ends with its time.</summary>
internal sealed class FollowTheFile(PartnerOrganisationsDb db, MandateFiles files) : IHandleEvent<PersonForgotten>
{
    public async Task Handle(PersonForgotten fact, CancellationToken ct)
    {
        var cases = db.Cases.Where(c => c.PersonId == fact.PersonId);
        await db.Words.Where(w => cases.Any(c => c.Id == w.CaseId)).ExecuteDeleteAsync(ct);
        await db.Lines.Where(l => cases.Any(c => c.Id == l.CaseId)).ExecuteDeleteAsync(ct);
        await cases.ExecuteDeleteAsync(ct);
        var proposals = db.Set<MandateProposal>().Where(p => p.PersonId == fact.PersonId);
        var proofs = await db.Mandates.Where(m => m.PersonId == fact.PersonId && m.File != null).Select(m => m.File!.Value).Concat(proposals.Select(p => p.File)).Distinct().ToListAsync(ct);
        await db.Mandates.Where(m => m.PersonId == fact.PersonId).ExecuteDeleteAsync(ct);
        await proposals.ExecuteDeleteAsync(ct);
        await db.Set<MandateCode>().Where(c => c.PersonId == fact.PersonId).ExecuteDeleteAsync(ct);
        await files.Destroy(proofs, ct);
    }
}
