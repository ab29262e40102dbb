using System.ComponentModel.DataAnnotations;
using Anef.Accounts.Sessions;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Accounts.LeadTeam;

[MayUse(Role.TeamManager, Role.Ministry), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class TeamPage(IUseCase<ListTeam.Request, IReadOnlyList<ListTeam.Agent>> list, IUseCase<InviteAgent.Request, Guid> invite, IUseCase<ChangeRole.Request, Done> change,
    TeamRights rights, PrefectureCatalog prefectures) : PageModel, IShowAgain
{
    /// <summary>Value of the choice that stands for no prefecture.</summary>
    public const string Country = "FR";

    [BindProperty(Name = "prefecture", SupportsGet = true), MaxLength(4)]
    public string? Place { get; set; }

    [BindProperty, MaxLength(200, ErrorMessage = "Ce nom est trop long.")]
    public string? Name { get; set; }

    [BindProperty, MailAddress(ErrorMessage = "Cette adresse n'a pas la forme attendue : nom@exemple.fr.")]
    public string? Email { get; set; }

    [BindProperty]
    public Role? FirstRole { get; set; }

    public IReadOnlyList<ListTeam.Agent> Agents { get; private set; } = [];

    public IEnumerable<(string, string)> Places => rights.Prefectures.Select(code => (code, $"{code} {prefectures.Find(code)?.Name}"))
        .Concat(rights.MaySee(null) ? [(Country, "Tout le pays")] : []);

    public IEnumerable<(string, string)> Roles => rights.Roles.Select(r => ($"{r}", InWords(r)));

    public static string InWords(Role role) => role switch
    {
        Role.CaseOfficer => "Agent instructeur",
        Role.Referent => "Référent (dossiers protégés)",
        Role.TeamManager => "Chef d'équipe",
        Role.WelcomePoint => "Agent d'accueil",
        Role.ContactCentre => "Centre de contact",
        Role.Partner => "Membre d'une organisation partenaire",
        Role.Ministry => "Ministère",
        Role.Operator => "Exploitation",
        _ => "Usager",
    };

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Name)) ModelState.AddModelError(nameof(Name), "Le nom est attendu.");
        if (string.IsNullOrWhiteSpace(Email)) ModelState.AddModelError(nameof(Email), "L'adresse professionnelle est attendue.");
        if (FirstRole is null) ModelState.AddModelError(nameof(FirstRole), "Choisissez un rôle.");
        if (ModelState.IsValid)
        {
            await invite.Handle(new(Name!, Email!.Trim(), Grant(FirstRole!.Value)), ct);
            return Redirect(Here);
        }
        await ShowAgain(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRoleAsync(Guid agent, Role role, bool held, CancellationToken ct)
    {
        await change.Handle(new(agent, Grant(role), held), ct);
        return Redirect(Here);
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        Place ??= rights.Prefectures is [var first, ..] ? first : null;
        Agents = await list.Handle(new(Place == Country ? null : Place), ct);
    }

    private string Here => $"/agents/equipe?prefecture={Uri.EscapeDataString(Place ?? "")}";

    private RoleGrant Grant(Role role) => new(role, Place == Country ? null : Place);
}
