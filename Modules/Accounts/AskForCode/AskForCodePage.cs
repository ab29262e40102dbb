using System.ComponentModel.DataAnnotations;
using Anef.Accounts.Sessions;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Anef.Accounts.AskForCode;

[OpenToAll, EnableRateLimiting(SignInLimit.Name), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AskForCodePage(IUseCase<AskForCode.Request, Guid> ask, PendingCode pending, SignInWays ways) : PageModel, IShowAgain
{
    public SignInWays Ways { get; } = ways;

    [BindProperty, Required(ErrorMessage = "account.signIn.nameMissing"), MaxLength(254, ErrorMessage = "account.tooLong")]
    public string Name { get; set; } = "";

    /// <summary>The page wanted, if it is one of ours.</summary>
    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The issuer from which nobody came back.</summary>
    [BindProperty(Name = "echec", SupportsGet = true)]
    public string? Failed { get; set; }

    public string Suffix => Landing.IsOurs(Back) ? $"?retour={Uri.EscapeDataString(Back!)}" : "";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Ways.Local) return NotFound();
        if (!ModelState.IsValid) return Page();
        pending.Promised(await ask.Handle(new(Name), ct), Back);
        return Redirect("/connexion/code");
    }

    public Task ShowAgain(CancellationToken ct) => Task.CompletedTask;
}
