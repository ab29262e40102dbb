using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.PartnerOrganisations.RegisterOrganisation;

[MayUse(Role.Ministry, Role.Operator)]
internal sealed class RegisterPage(IUseCase<RegisterOrganisation.Request, Guid> register, IProcedures law, TimeProvider clock) : PageModel, IShowAgain, IOrganisationFields
{
    [BindProperty] public OrganisationForm Form { get; set; } = new();

    public IEnumerable<(string Value, string Words, string? Hint)> ProcedureChoices => law.All(clock.Today(CivilTime.Paris)).Select(p => (p.Code, p.Name, (string?)null));

    public void OnGet() => Form.From = clock.Today(CivilTime.Paris);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        return Redirect($"/exploitation/partenaires/{await register.Handle(new(Form.Values()), ct)}");
    }

    public Task ShowAgain(CancellationToken ct) => Task.CompletedTask;
}

/// <summary>A page with the fields of an organisation.</summary>
internal interface IOrganisationFields
{
    OrganisationForm Form { get; }

    IEnumerable<(string Value, string Words, string? Hint)> ProcedureChoices { get; }
}
