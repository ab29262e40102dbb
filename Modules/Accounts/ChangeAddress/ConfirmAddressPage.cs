using System.ComponentModel.DataAnnotations;
using Anef.Accounts.Sessions;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Anef.Accounts.ChangeAddress;

[MayUse(Role.Applicant), EnableRateLimiting(SignInLimit.Name), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ConfirmAddressPage(IUseCase<ConfirmAddress.Request, Done> confirm, PendingCode pending) : PageModel, IShowAgain
{
    [BindProperty, Required(ErrorMessage = "account.code.missing"), MaxLength(40, ErrorMessage = "account.tooLong")]
    public string Code { get; set; } = "";

    public IActionResult OnGet() => pending.Read() is null ? Redirect("/compte") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (pending.Read() is not { } promise) return Redirect("/compte");
        if (!ModelState.IsValid) return Page();
        await confirm.Handle(new(promise.Code, Code), ct);
        pending.Forget();
        return Redirect("/compte?change=true");
    }

    public Task ShowAgain(CancellationToken ct) => Task.CompletedTask;
}
