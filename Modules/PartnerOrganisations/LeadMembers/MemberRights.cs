using Anef.PartnerOrganisations.Access;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;

namespace Anef.PartnerOrganisations.LeadMembers;

/// <summary>Who says who is a member: the ministry and operators of any organisation, a referent of their own.</summary>
internal sealed class MemberRights(PartnerDoor door, Visitor visitor)
{
    public async Task Check(Guid organisation, CancellationToken ct)
    {
        if (visitor.Is(Role.Ministry) || visitor.Is(Role.Operator)) return;
        if ((await door.EnterToLead(ct)).OrganisationId != organisation) throw new NotFound("cette organisation");
    }
}
