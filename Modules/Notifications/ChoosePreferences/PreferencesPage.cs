using System.ComponentModel.DataAnnotations;
using Anef.Notifications.Compose;
using Anef.Notifications.Domain;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Notifications.ChoosePreferences;

/// <summary>How a person wants to be told.</summary>
[MayUse(Role.Applicant)]
internal sealed class PreferencesPage(Visitor visitor, ReachBook reaches, LanguageCatalog languages, Say say,
    IUseCase<ChoosePreferences.Request, Done> choose, IUseCase<RetryAddress.RetryAddress.Request, Done> retry) : PageModel, IShowAgain
{
    [BindProperty]
    public Channel First { get; set; } = Channel.Email;

    [BindProperty]
    public Channel Second { get; set; } = Channel.Letter;

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty, StringLength(40, ErrorMessage = "settings.error.long")]
    public string? Phone { get; set; }

    [BindProperty]
    public bool Reminders { get; set; }

    [BindProperty]
    public bool Progress { get; set; }

    [BindProperty, StringLength(320, ErrorMessage = "settings.error.long")]
    public string? SafeEmail { get; set; }

    [BindProperty, StringLength(900, ErrorMessage = "settings.error.long")]
    public string? SafeAddress { get; set; }

    [BindProperty(SupportsGet = true, Name = "enregistre")]
    public bool Saved { get; set; }

    /// <summary>Null for an account of whom no person is known.</summary>
    public Reach? Known { get; private set; }

    public IEnumerable<(string Value, string Words)> Channels => new[] { Channel.Email, Channel.Sms, Channel.Letter }.Select(c => ($"{c}", say[$"settings.{c.Name()}"]));

    public IEnumerable<(string Value, string Words)> Languages => languages.All.Select(l => (l.Code, l.Name));

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgain(ct);
        if (Known is not { Preference: var chosen } known) return;
        (First, Second, Reminders, Progress, SafeEmail, SafeAddress) = (chosen.First, chosen.Second, chosen.Reminders, chosen.Progress, chosen.SafeEmail, chosen.SafeAddress);
        (Language, Phone) = (languages.For(known.Language).Code, known.Phone ?? known.Contact.Phone);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (visitor.PersonId is not { } person) return Redirect("/mon-espace/notifications");
        if (!ModelState.IsValid)
        {
            await ShowAgain(ct);
            return Page();
        }
        await choose.Handle(new(person, First, Second, Text(Language), Text(Phone), Reminders, Progress, Text(SafeEmail), Lines(SafeAddress)), ct);
        return Redirect("/mon-espace/notifications?enregistre=true");
    }

    public async Task<IActionResult> OnPostRetryAsync(Guid trouble, CancellationToken ct)
    {
        if (visitor.PersonId is { } person) await retry.Handle(new(person, trouble), ct);
        return Redirect("/mon-espace/notifications");
    }

    public async Task ShowAgain(CancellationToken ct) => Known = visitor.PersonId is { } person ? await reaches.Of(person, ct) : null;

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static string? Lines(string? typed) => Text(typed) is { } text ? string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) : null;
}
