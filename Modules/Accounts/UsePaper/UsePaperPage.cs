using System.ComponentModel.DataAnnotations;
using Anef.Accounts.Sessions;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Anef.Accounts.UsePaper;

[OpenToAll, EnableRateLimiting(SignInLimit.Name), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class UsePaperPage(IUseCase<UsePaper.Request, Guid> use, SessionStart session, Say say) : PageModel, IShowAgain
{
    [BindProperty, Required(ErrorMessage = "account.numberMissing"), MaxLength(40, ErrorMessage = "account.tooLong")]
    public string ForeignerNumber { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "account.bornMissing")]
    public DateOnly? Born { get; set; }

    [BindProperty, Required(ErrorMessage = "account.code.missing"), MaxLength(40, ErrorMessage = "account.tooLong")]
    public string Code { get; set; } = "";

    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>A letter has just been asked for.</summary>
    [BindProperty(Name = "envoyee", SupportsGet = true)]
    public bool Sent { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        var account = await session.Begin(await use.Handle(new(ForeignerNumber, Born!.Value, Code, say.Language.Code), ct), "paper", null, ct);
        // The code has served: whoever has no mailbox is shown at once how the next visit will go.
        return LocalRedirect(Landing.Of(account, Landing.IsOurs(Back) ? Back : "/compte"));
    }

    public Task ShowAgain(CancellationToken ct) => Task.CompletedTask;
}
