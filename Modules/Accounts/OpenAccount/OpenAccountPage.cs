using System.ComponentModel.DataAnnotations;
using Anef.Accounts.Sessions;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Anef.Accounts.OpenAccount;

[OpenToAll, EnableRateLimiting(SignInLimit.Name), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class OpenAccountPage(IUseCase<OpenAccount.Request, OpenAccount.Response> open, PendingCode pending, Say say) : PageModel, IShowAgain
{
    [BindProperty, Required(ErrorMessage = "account.numberMissing"), MaxLength(40, ErrorMessage = "account.tooLong")]
    public string ForeignerNumber { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "account.bornMissing")]
    public DateOnly? Born { get; set; }

    [BindProperty, Required(ErrorMessage = "account.documentMissing"), MaxLength(40, ErrorMessage = "account.tooLong")]
    public string DocumentNumber { get; set; } = "";

    [BindProperty, MailAddress]
    public string? Email { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        var email = string.IsNullOrWhiteSpace(Email) ? null : Email.Trim();
        var opened = await open.Handle(new(ForeignerNumber, Born!.Value, DocumentNumber, email, say.Language.Code), ct);
        if (opened.Code is not { } code) return Redirect("/connexion/courrier?envoyee=true");
        pending.Promised(code, null);
        return Redirect("/connexion/code");
    }

    public Task ShowAgain(CancellationToken ct) => Task.CompletedTask;
}
