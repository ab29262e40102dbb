using Anef.PartnerOrganisations.Access;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.PartnerOrganisations.AskMandate;

/// <summary>A member asks for a mandate: by a code that the person gets, or with a file that they signed.</summary>
[MayUse(Role.Partner)]
internal sealed class AskPage(PartnerDoor door, IUseCase<SendMandateCode.SendMandateCode.Request, Guid> send, IUseCase<ProposeMandate.ProposeMandate.Request, Guid> propose, IProcedures law, TimeProvider clock)
    : PageModel, IShowAgain, IMandateFields
{
    [BindProperty] public MandateForm Form { get; set; } = new();

    [BindProperty] public IFormFile? Signed { get; set; }

    public IEnumerable<(string Value, string Words, string? Hint)> ProcedureChoices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgain(ct);
        Form.Until = clock.Today(CivilTime.Paris).AddMonths(6);
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken ct)
    {
        if (ModelState.IsValid) return Redirect($"/partenaires/mandats/code/{await send.Handle(new(Form.Number!, Form.Born!.Value, Form.Terms()), ct)}");
        await ShowAgain(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostFileAsync(CancellationToken ct)
    {
        if (Signed is null or { Length: 0 }) ModelState.AddModelError(nameof(Signed), "Joignez le mandat signé : un PDF ou une photographie.");
        if (ModelState.IsValid)
        {
            await using var content = Signed!.OpenReadStream();
            await propose.Handle(new(Form.Number!, Form.Born!.Value, Form.Terms(), content, Signed.FileName), ct);
            return Redirect("/partenaires/mandats?envoye=true");
        }
        await ShowAgain(ct);
        return Page();
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        var organisation = (await door.Enter(ct)).Organisation;
        ProcedureChoices = [.. law.All(clock.Today(CivilTime.Paris)).Where(p => organisation.Allows(p.Code)).Select(p => (p.Code, p.Name, (string?)null))];
    }
}

/// <summary>A page with the fields of a mandate.</summary>
internal interface IMandateFields
{
    MandateForm Form { get; }

    IEnumerable<(string Value, string Words, string? Hint)> ProcedureChoices { get; }
}
