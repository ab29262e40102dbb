using System.ComponentModel.DataAnnotations;
using Anef.Accounts.Sessions;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Accounts.RecoverAccount;

[MayUse(Role.WelcomePoint, Role.CaseOfficer), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RecoverAccountPage(IUseCase<ReplaceAddress.Request, Done> replace, IUseCase<PrintSheet.Request, SheetOfPaper> print, IUseCase<LockOut.Request, SheetOfPaper> lockOut)
    : PageModel, IShowAgain
{
    [BindProperty, Required(ErrorMessage = "Le numéro étranger est attendu."), MaxLength(40)]
    public string ForeignerNumber { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "La date de naissance est attendue.")]
    public DateOnly? Born { get; set; }

    [BindProperty]
    public bool IdentityChecked { get; set; }

    [BindProperty, MailAddress(ErrorMessage = "Cette adresse n'a pas la forme attendue : nom@exemple.fr.")]
    public string? Email { get; set; }

    /// <summary>To be printed; shown once.</summary>
    public SheetOfPaper? Sheet { get; private set; }

    public bool LockedOut { get; private set; }

    [BindProperty(Name = "remplacee", SupportsGet = true)]
    public bool Replaced { get; set; }

    private PersonAtCounter Person => new(ForeignerNumber, Born!.Value, IdentityChecked);

    public async Task<IActionResult> OnPostAddressAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Email)) ModelState.AddModelError(nameof(Email), "La nouvelle adresse est attendue.");
        if (!ModelState.IsValid) return Page();
        await replace.Handle(new(Person, Email!.Trim()), ct);
        return Redirect("/accueil/comptes?remplacee=true");
    }

    public async Task<IActionResult> OnPostSheetAsync(CancellationToken ct)
    {
        if (ModelState.IsValid) Sheet = await print.Handle(new(Person), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostLockAsync(CancellationToken ct)
    {
        if (ModelState.IsValid) (Sheet, LockedOut) = (await lockOut.Handle(new(Person), ct), true);
        return Page();
    }

    public Task ShowAgain(CancellationToken ct) => Task.CompletedTask;
}
