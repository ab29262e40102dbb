using Anef.PartnerOrganisations.Access;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.PartnerOrganisations.LeadMembers;

/// <summary>A referent's own team.</summary>
[MayUse(Role.Partner)]
internal sealed class TeamPage(PartnerDoor door, PartnerOrganisationsDb db, IUseCase<InviteMember.Request, Guid> invite, IUseCase<RemoveMember.Request, Done> remove) : PageModel, IShowAgain, IMembersPage
{
    [BindProperty] public MemberForm Invitation { get; set; } = new();

    public string Organisation { get; private set; } = "";

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken ct)
    {
        var lead = await door.EnterToLead(ct);
        if (ModelState.IsValid)
        {
            await invite.Handle(new(lead.OrganisationId, Invitation.Name!, Invitation.Email!, Invitation.Referent), ct);
            return Redirect("/partenaires/equipe");
        }
        await ShowAgain(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid member, CancellationToken ct)
    {
        ModelState.Clear();
        await remove.Handle(new(member), ct);
        return Redirect("/partenaires/equipe");
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        var lead = await door.EnterToLead(ct);
        (Organisation, Members) = (lead.Organisation.Name, await db.MembersOf(lead.OrganisationId, ct));
    }
}

/// <summary>A page with the members of an organisation.</summary>
internal interface IMembersPage
{
    MemberForm Invitation { get; }

    IReadOnlyList<Member> Members { get; }
}
