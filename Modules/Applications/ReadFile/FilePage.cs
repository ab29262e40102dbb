using System.Globalization;
using Anef.Accounts.Contracts;
using Anef.Applications.Access;
using Anef.Applications.DraftDecision;
using Anef.Applications.ReadMessages;
using Anef.Applications.WorkOnFile;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Messages = System.Collections.Generic.IReadOnlyList<Anef.Applications.ReadMessages.ReadMessages.Line>;

namespace Anef.Applications.ReadFile;

/// <summary>One file on one screen: who, until when, what is there and what is new, and everything that can be done.</summary>
[MayUse(Role.CaseOfficer, Role.Referent, Role.TeamManager)]
internal sealed partial class FilePage(IUseCase<ReadFile.Request, ReadFile.View> read, Lazy<IUseCase<ReadMessages.ReadMessages.Request, Messages>> messages, IAttestations attestations,
    Lazy<IAccounts> accounts, FileChoices choices, PrefectureCatalog prefectures, ReasonCatalog reasons, Lazy<FileWork> work, Visitor visitor) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)] public string Number { get; set; } = "";

    /// <summary>Of the file that the form was made from.</summary>
    [BindProperty] public long Version { get; set; }

    /// <summary>How much of the history was on the page that the form was made from.</summary>
    [BindProperty] public int? Known { get; set; }

    /// <summary>What was just done.</summary>
    [BindProperty(SupportsGet = true, Name = "fait")] public string? Done { get; set; }

    public ReadFile.View View { get; private set; } = null!;

    public IReadOnlyList<AttestationSummary> Attestations { get; private set; } = [];

    public Messages Messages { get; private set; } = [];

    /// <summary>Agents who can be named on a restricted file.</summary>
    public IReadOnlyList<(string Value, string Words)> Readers { get; private set; } = [];

    public FileChoices Choices => choices;

    /// <summary>What every form carries: of which state of the file it was made.</summary>
    public IHtmlContent Seen => new HtmlString(string.Create(CultureInfo.InvariantCulture,
        $"<input type=\"hidden\" name=\"Version\" value=\"{View.File.Version}\"><input type=\"hidden\" name=\"Known\" value=\"{View.File.History.Count}\">"));

    public Prefecture Prefecture => prefectures.Of(View.File.Prefecture);

    public bool IsReferentHere => visitor.Serves(View.File.Prefecture, Role.Referent);

    /// <summary>The file was offered to a prefecture that this officer serves.</summary>
    public string? MayAccept => View.File.OfferedTo is { } to && visitor.Serves(to, FileRules.Officers) ? to : null;

    public bool SignedFirst => View.Draft is { SignedAt: null, FirstSignatory: { } first } && first == visitor.AccountId;

    /// <summary>A post was refused because of what others did: these are their acts.</summary>
    public bool Meanwhile => Known is { } known && known < View.File.History.Count;

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task ShowAgain(CancellationToken ct)
    {
        View = await read.Handle(new(Number), ct);
        Attestations = await attestations.OfApplication(View.File.PersonId, View.File.Id, ct);
        if (View.File.Restricted) Readers = [.. (await Agents(ct)).Where(a => View.Named.All(n => n.AccountId != a.AccountId)).Select(a => (a.AccountId.ToString(), a.Name))];
        if (View.HasMessages) Messages = await messages.Value.Handle(new(View.File.Id, ByOfficer: true), ct);
    }

    public IEnumerable<(string Value, string Words, string? Hint)> ReasonChoices(Applications.Contracts.DecisionOutcome outcome) =>
        reasons.All.Where(r => r.Outcome == outcome).Select(r => (r.Code, r.Title, (string?)r.Article));

    /// <summary>The checklist, then whatever else the national lists know.</summary>
    public IEnumerable<(string Value, string Words, string? Hint)> DocumentChoices() =>
        View.File.Documents.Select(d => (d.Code, d.Label, (string?)(d.ReceivedOn is { } on ? $"reçu le {ReadApplication.Words.Of(on)}" : "attendu")));

    private async Task<IActionResult> Work(string what, Func<Domain.PermitApplication, Task> act, CancellationToken ct, bool whatever = false)
    {
        await work.Value.Do(visitor, Number, whatever ? null : Version, what, act, ct);
        return Back(what);
    }

    private RedirectResult Back(string what) => Redirect($"/agents/dossiers/{Uri.EscapeDataString(Number)}?fait={what}");

    /// <summary>Agents of the prefecture, for a referent who names some of them.</summary>
    private async Task<IReadOnlyList<AccountFacts>> Agents(CancellationToken ct)
    {
        var code = View?.File.Prefecture ?? (await read.Handle(new(Number), ct)).File.Prefecture;
        return visitor.Serves(code, Role.Referent) ? await accounts.Value.Agents(code, FileRules.Officers, ct) : [];
    }

    private static RuleBroken Choose(string what) => new("applications.nothing-chosen", what);
}
