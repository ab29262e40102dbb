using System.ComponentModel.DataAnnotations;
using Anef.Accounts.Sessions;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Anef.Accounts.EnterCode;

[OpenToAll, EnableRateLimiting(SignInLimit.Name), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EnterCodePage(IUseCase<EnterCode.Request, EnterCode.Response> enter, PendingCode pending, SessionStart session) : PageModel, IShowAgain
{
    [BindProperty, Required(ErrorMessage = "account.code.missing"), MaxLength(40, ErrorMessage = "account.tooLong")]
    public string Code { get; set; } = "";

    public IActionResult OnGet() => pending.Read() is null ? Redirect("/connexion") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (pending.Read() is not { } promise) return Redirect("/connexion");
        if (!ModelState.IsValid) return Page();
        var entered = await enter.Handle(new(promise.Code, Code), ct);
        var account = await session.Begin(entered.AccountId, "code", null, ct);
        pending.Forget();
        return LocalRedirect(Landing.Of(account, promise.Back));
    }

    public Task ShowAgain(CancellationToken ct) => Task.CompletedTask;
}
