using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.LookAtMandates;

/// <summary>Which signed mandates an agent may look at: those about people of their prefecture, and those about nobody known, of organisations that act there.</summary>
internal sealed class ProposalDoor(PartnerOrganisationsDb db, IPartnerReading people, Visitor visitor)
{
    private const int Most = 200;
    public static readonly Role[] Officers = [Role.CaseOfficer, Role.Referent, Role.TeamManager];

    public async Task<IReadOnlyList<Waiting>> All(CancellationToken ct)
    {
        var here = visitor.Prefectures(Officers);
        var mine = db.Set<MandateProposal>().AsNoTracking().Where(p => p.SettledAt == null);
        if (here is not null) mine = mine.Where(p => p.Prefecture == null || here.Contains(p.Prefecture));
        var rows = await mine.Join(db.Organisations.AsNoTracking(), p => p.OrganisationId, o => o.Id, (p, o) => new Waiting(p, o)).ToListAsync(ct);
        var hidden = await people.HiddenFrom(visitor, [.. rows.Select(r => r.Proposal.PersonId).OfType<Guid>()], ct);
        return [.. rows.Where(r => r.Proposal.Prefecture is not null || here is null || here.Any(r.Organisation.Covers)).Where(r => r.Proposal.PersonId is not { } person || !hidden.Contains(person))
            .OrderBy(r => r.Proposal.ProposedAt).Take(Most)];
    }

    /// <exception cref="NotFound">It is not theirs to look at.</exception>
    public async Task<Waiting> Open(Guid id, CancellationToken ct) => (await All(ct)).FirstOrDefault(w => w.Proposal.Id == id) ?? throw new NotFound("ce mandat");
}

/// <summary>A signed mandate that waits for an agent.</summary>
internal sealed record Waiting(MandateProposal Proposal, Organisation Organisation);
