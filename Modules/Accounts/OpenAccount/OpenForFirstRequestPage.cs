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
internal sealed class OpenForFirstRequestPage(IUseCase<OpenForFirstRequest.Request, Guid> open, PendingCode pending, Say say) : PageModel, IShowAgain
{
    [BindProperty, Required(ErrorMessage = "account.firstNamesMissing"), MaxLength(90, ErrorMessage = "account.tooLong")]
    public string FirstNames { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "account.surnameMissing"), MaxLength(90, ErrorMessage = "account.tooLong")]
    public string Surname { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "account.bornMissing")]
    public DateOnly? Born { get; set; }

    [BindProperty, Required(ErrorMessage = "account.emailMissing"), MailAddress]
    public string Email { get; set; } = "";

    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? Back { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        pending.Promised(await open.Handle(new(FirstNames, Surname, Born!.Value, Email.Trim(), say.Language.Code), ct), Back);
        return Redirect("/connexion/code");
    }

    public Task ShowAgain(CancellationToken ct) => Task.CompletedTask;
}
