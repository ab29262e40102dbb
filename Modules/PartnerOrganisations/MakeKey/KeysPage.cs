using System.ComponentModel.DataAnnotations;
using Anef.PartnerOrganisations.Access;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.MakeKey;

/// <summary>The keys of an organisation's programs.</summary>
[MayUse(Role.Partner), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class KeysPage(PartnerDoor door, PartnerOrganisationsDb db, IUseCase<MakeKey.Request, MakeKey.Made> make, IUseCase<RevokeKey.Request, Done> revoke, IProcedures law, TimeProvider clock) : PageModel, IShowAgain
{
    private static readonly char[] Separators = [',', ';', ' ', '\n', '\r', '\t'];

    [BindProperty, Required(ErrorMessage = "Le nom du programme est attendu."), MaxLength(100, ErrorMessage = "Ce nom est trop long.")] public string? Name { get; set; }

    [BindProperty, MaxLength(1500, ErrorMessage = "Cette liste est trop longue.")] public string? Networks { get; set; }

    [BindProperty] public List<string> Procedures { get; set; } = [];

    [BindProperty, Required(ErrorMessage = "Le dernier jour de la clé est attendu.")] public DateOnly? Until { get; set; }

    public MakeKey.Made? Made { get; private set; }

    public IReadOnlyList<ApiKey> Keys { get; private set; } = [];

    public IEnumerable<(string Value, string Words, string? Hint)> ProcedureChoices { get; private set; } = [];

    public DateOnly Today => clock.Today(CivilTime.Paris);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Until = Today.AddMonths(6);
        await ShowAgain(ct);
    }

    /// <summary>The page itself answers: the secret is in it, and nowhere else.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            Made = await make.Handle(new(Name!, (Networks ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries), Procedures, Until!.Value), ct);
            ModelState.Clear();
            (Name, Networks, Procedures) = (null, null, []);
        }
        await ShowAgain(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid key, CancellationToken ct)
    {
        ModelState.Clear();
        await revoke.Handle(new(key), ct);
        return Redirect("/partenaires/cles");
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        var organisation = (await door.EnterToLead(ct)).Organisation;
        Keys = await db.Set<ApiKey>().AsNoTracking().Where(k => k.OrganisationId == organisation.Id).OrderByDescending(k => k.CreatedAt).ToListAsync(ct);
        ProcedureChoices = [.. law.All(Today).Where(p => organisation.Allows(p.Code)).Select(p => (p.Code, p.Name, (string?)null))];
    }
}
