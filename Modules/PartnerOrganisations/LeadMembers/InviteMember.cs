using Anef.Accounts.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.LeadMembers;

/// <summary>Somebody may act for an organisation from now on. They sign in as agents do.</summary>
internal sealed class InviteMember(PartnerOrganisationsDb db, MemberRights rights, IPartnerAccounts accounts, TimeProvider clock) : IUseCase<InviteMember.Request, Guid>
{
    public sealed record Request(Guid OrganisationId, string Name, string Email, bool Referent);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        await rights.Check(request.OrganisationId, ct);
        if (!await db.Organisations.AnyAsync(o => o.Id == request.OrganisationId, ct)) throw new NotFound("cette organisation");
        var account = await accounts.Invite(request.Name, request.Email, ct);
        if (await db.Members.FirstOrDefaultAsync(m => m.AccountId == account && m.Until == null, ct) is { } known)
        {
            // Whose member they are is nobody's affair here.
            if (known.OrganisationId != request.OrganisationId) throw new RuleBroken("partners.member-elsewhere", "Cette adresse ne peut pas être invitée ici : demandez au ministère.");
            throw new RuleBroken("partners.member-already", "Cette personne est déjà membre.");
        }
        var member = new Member { OrganisationId = request.OrganisationId, AccountId = account, Name = request.Name.Trim(), Email = request.Email.Trim(), Referent = request.Referent, Since = clock.GetUtcNow() };
        db.Add(member);
        await db.SaveChangesAsync(ct);
        return member.Id;
    }
}
