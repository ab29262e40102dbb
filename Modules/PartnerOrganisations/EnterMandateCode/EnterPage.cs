using Anef.PartnerOrganisations.Access;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.PartnerOrganisations.EnterMandateCode;

[MayUse(Role.Partner)]
internal sealed class EnterPage(PartnerDoor door, IUseCase<EnterMandateCode.Request, Guid> enter) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public string? Code { get; set; }

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), "Écrivez le code que la personne vous a donné.");
            await ShowAgain(ct);
            return Page();
        }
        await enter.Handle(new(Id, Code), ct);
        return Redirect("/partenaires/mandats?commence=true");
    }

    public Task ShowAgain(CancellationToken ct) => door.Enter(ct);
}
