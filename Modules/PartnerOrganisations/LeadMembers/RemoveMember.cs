using Anef.Accounts.Contracts;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.LeadMembers;

/// <summary>Somebody acts no longer for an organisation.</summary>
internal sealed class RemoveMember(PartnerOrganisationsDb db, MemberRights rights, IPartnerAccounts accounts, Visitor visitor, TimeProvider clock) : IUseCase<RemoveMember.Request, Done>
{
    public sealed record Request(Guid MemberId);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var member = await db.Members.SingleOrDefaultAsync(m => m.Id == request.MemberId, ct) ?? throw new NotFound("ce membre");
        await rights.Check(member.OrganisationId, ct);
        if (member.AccountId == visitor.AccountId) throw new RuleBroken("partners.remove-self", "Personne ne se retire soi-même : demandez-le à un autre référent.");
        if (member.Until is not null) return default;
        member.Until = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        // After it: the member is out already should this fail, and the role alone opens nothing.
        await accounts.Dismiss(member.AccountId, ct);
        return default;
    }
}
