using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.Access;

/// <summary>The door of the partners' space: open to a member while they are one and while the agreement runs.</summary>
internal sealed class PartnerDoor(PartnerOrganisationsDb db, Visitor visitor, TimeProvider clock)
{
    /// <exception cref="NotFound">They are nobody's member, or the agreement does not run.</exception>
    public async Task<Membership> Enter(CancellationToken ct) => await Find(ct) ?? throw new NotFound("cet espace");

    /// <exception cref="NotFound">They may not lead the others.</exception>
    public async Task<Membership> EnterToLead(CancellationToken ct) =>
        await Find(ct) is { Member.Referent: true } membership ? membership : throw new NotFound("cette page");

    private async Task<Membership?> Find(CancellationToken ct)
    {
        if (visitor.AccountId is not { } account || !visitor.Is(Role.Partner)) return null;
        var found = await (from member in db.Members.AsNoTracking()
                           join organisation in db.Organisations.AsNoTracking() on member.OrganisationId equals organisation.Id
                           where member.AccountId == account && member.Until == null
                           orderby member.Since
                           select new Membership(organisation, member)).FirstOrDefaultAsync(ct);
        return found is not null && found.Organisation.AgreedOn(clock.Today(CivilTime.Paris)) ? found : null;
    }
}

/// <summary>Somebody in the organisation that they act for.</summary>
internal sealed record Membership(Organisation Organisation, Member Member)
{
    public Guid OrganisationId => Organisation.Id;

    /// <summary>As others read it.</summary>
    public string Signature => $"{Member.Name} ({Organisation.Name})";
}
