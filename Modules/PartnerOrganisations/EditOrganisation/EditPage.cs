using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.LeadMembers;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.RegisterOrganisation;
using Anef.PartnerOrganisations.Settings;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.PartnerOrganisations.EditOrganisation;

/// <summary>All of one organisation: agreement, address, members.</summary>
[MayUse(Role.Ministry, Role.Operator)]
internal sealed class EditPage(PartnerOrganisationsDb db, IUseCase<EditOrganisation.Request, Done> edit, IUseCase<ReplaceToken.Request, string> replace, IUseCase<InviteMember.Request, Guid> invite,
    IUseCase<RemoveMember.Request, Done> remove, PartnerOptions options, IProcedures law, TimeProvider clock) : PageModel, IShowAgain, IOrganisationFields, IMembersPage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    // Named, each takes its own fields alone: without a name, the one that was not sent would look for its own among the other's.
    [BindProperty(Name = nameof(Form))] public OrganisationForm Form { get; set; } = new();

    [BindProperty(Name = nameof(Invitation))] public MemberForm Invitation { get; set; } = new();

    [BindProperty] public long Seen { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    public string Address => options.AddressOf(Organisation.Token);

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public IEnumerable<(string Value, string Words, string? Hint)> ProcedureChoices => law.All(clock.Today(CivilTime.Paris)).Select(p => (p.Code, p.Name, (string?)null));

    public async Task OnGetAsync(CancellationToken ct)
    {
        await Load(ct);
        (Form, Seen) = (OrganisationForm.Of(Organisation), Organisation.Version);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Forget(nameof(Invitation));
        if (ModelState.IsValid)
        {
            await edit.Handle(new(Id, Form.Values(), Seen), ct);
            return Redirect(Here);
        }
        await Load(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostTokenAsync(CancellationToken ct)
    {
        await replace.Handle(new(Id), ct);
        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken ct)
    {
        Forget(nameof(Form));
        if (ModelState.IsValid)
        {
            await invite.Handle(new(Id, Invitation.Name!, Invitation.Email!, Invitation.Referent), ct);
            return Redirect(Here);
        }
        await ShowAgain(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid member, CancellationToken ct)
    {
        ModelState.Clear();
        await remove.Handle(new(member), ct);
        return Redirect(Here);
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        await Load(ct);
        if (Form.Name is null) (Form, Seen) = (OrganisationForm.Of(Organisation), Organisation.Version);
    }

    private string Here => $"/exploitation/partenaires/{Id}";

    private async Task Load(CancellationToken ct) => (Organisation, Members) = (await db.Organisation(Id, ct), await db.MembersOf(Id, ct));

    /// <summary>The page has two forms: what was not sent is not missing.</summary>
    private void Forget(string form)
    {
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith($"{form}.", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
    }
}
