using System.ComponentModel.DataAnnotations;
using Anef.Accounts.Sessions;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Accounts.ReadAccount;

[MayUse(Role.Applicant, Role.CaseOfficer, Role.Referent, Role.TeamManager, Role.WelcomePoint, Role.ContactCentre, Role.Ministry, Role.Operator)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ReadAccountPage(IUseCase<ReadAccount.Request, ReadAccount.Response> read, IUseCase<PrepareCode.Request, PrepareCode.Response> prepare,
    IUseCase<ChooseLanguage.ChooseLanguage.Request, Done> choose, IUseCase<ChangeAddress.AskNewAddress.Request, Guid> address, PendingCode pending, LanguageCatalog languages) : PageModel, IShowAgain
{
    /// <summary>A choice made in the frame of a page, which would outvote the account's.</summary>
    private const string LanguageCookie = "langue";

    [BindProperty, MailAddress]
    public string? Email { get; set; }

    [BindProperty, MaxLength(10)]
    public string? Language { get; set; }

    [BindProperty(Name = "change", SupportsGet = true)]
    public bool Changed { get; set; }

    public ReadAccount.Response Account { get; private set; } = null!;

    /// <summary>Shown once.</summary>
    public PrepareCode.Response? Prepared { get; private set; }

    public bool IsApplicant => Account.Grants.Any(g => g.Role == Role.Applicant);

    public IEnumerable<(string, string)> Languages => languages.All.Select(l => (l.Code, l.Name));

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostLanguageAsync(CancellationToken ct)
    {
        await choose.Handle(new(Language ?? "fr"), ct);
        Response.Cookies.Delete(LanguageCookie);
        return Redirect("/compte?change=true");
    }

    public async Task<IActionResult> OnPostAddressAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Email)) ModelState.AddModelError(nameof(Email), "account.emailMissing");
        if (!ModelState.IsValid)
        {
            await ShowAgain(ct);
            return Page();
        }
        pending.Promised(await address.Handle(new(Email!), ct), null);
        return Redirect("/compte/adresse");
    }

    public async Task<IActionResult> OnPostPrepareAsync(CancellationToken ct)
    {
        Prepared = await prepare.Handle(new(), ct);
        await ShowAgain(ct);
        return Page();
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        Account = await read.Handle(new(), ct);
        Language ??= Account.Language;
    }
}
