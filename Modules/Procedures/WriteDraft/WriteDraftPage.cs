using System.Text;
using Anef.Procedures.Domain;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.WriteDraft;

/// <summary>A draft from its first word to its publication. Each button is a use case of its own.</summary>
[MayUse(Role.Ministry)]
internal sealed class WriteDraftPage(ProceduresDb db, IRules rules, VersionTexts texts, DraftTexts checks, DraftActs acts, Visitor visitor) : PageModel, IShowAgain
{
    private Guid _id;

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public DateOnly? EffectiveFrom { get; set; }

    [BindProperty]
    public bool Retroactive { get; set; }

    [BindProperty]
    public long Seen { get; set; }

    public RuleDraft Draft { get; private set; } = null!;

    public IReadOnlyList<TextFault> Faults { get; private set; } = [];

    /// <summary>Against the version in force on the draft's first day, or the newest there is.</summary>
    public IReadOnlyList<KeyDifference> Differences { get; private set; } = [];

    public DraftRehearsal? Rehearsal { get; private set; }

    public IReadOnlyList<RuleAct> Acts { get; private set; } = [];

    /// <summary>Played with exactly this text and the rules of today.</summary>
    public bool RehearsalHolds => Rehearsal is not null && Rehearsal.TextStamp == Draft.Stamp && Rehearsal.RulesStamp == Stamps.Of(rules.Current);

    public bool MayPublish => visitor.AccountId is { } account && !Draft.HasWritten(account);

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        _id = id;
        await ShowAgain(ct);
        (Body, Retroactive, Seen) = (Draft.Body, Draft.Retroactive, Draft.Version);
    }

    public async Task<IActionResult> OnPostWriteAsync(Guid id, IFormFile? file, CancellationToken ct)
    {
        _id = id;
        if (file is { Length: > 0 }) Body = await Read(file, ct);
        await acts.Write.Handle(new(id, Body ?? "", EffectiveFrom, Retroactive, Seen), ct);
        return Here("texte");
    }

    public async Task<IActionResult> OnPostRehearseAsync(Guid id, CancellationToken ct)
    {
        _id = id;
        await acts.Rehearse.Handle(new(id), ct);
        return Here("repetition");
    }

    public async Task<IActionResult> OnPostExplainAsync(Guid id, Guid rehearsal, string? file, string? reason, CancellationToken ct)
    {
        _id = id;
        await acts.Explain.Handle(new(rehearsal, file ?? "", reason ?? ""), ct);
        return Here("repetition");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct)
    {
        _id = id;
        await acts.Withdraw.Handle(new(id), ct);
        return Here("");
    }

    public async Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken ct)
    {
        _id = id;
        var published = await acts.Publish.Handle(new(id), ct);
        return LocalRedirect($"/ministere/regles/{published.Family}?version={published.Version}");
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        Draft = await db.RuleDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == _id, ct) ?? throw new NotFound("ce brouillon");
        Body ??= Draft.Body;
        Faults = Draft.State == DraftState.Open ? [.. checks.Faults(Draft)] : [];
        Rehearsal = await db.DraftRehearsals.AsNoTracking().Where(r => r.DraftId == _id).OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync(ct);
        Acts = await db.RuleActs.AsNoTracking().Where(a => a.DraftId == _id).OrderByDescending(a => a.At).ToListAsync(ct);
        var newest = rules.Current.All.Where(v => RuleFamilies.NameOf(v) == Draft.Family && v.Version != Draft.PublishedVersion).MaxBy(v => v.Version)!;
        Differences = RuleDifference.Between(await texts.Of(Draft.Family, newest.Version, ct), Draft.Body);
    }

    private LocalRedirectResult Here(string anchor) => LocalRedirect($"/ministere/regles/brouillons/{_id}#{anchor}");

    private static async Task<string> Read(IFormFile file, CancellationToken ct)
    {
        if (file.Length > WriteDraft.LongestText * 4L) throw new RuleBroken("procedures.draft-too-long", "Ce fichier est trop grand pour être une famille de règles.");
        using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false, throwOnInvalidBytes: true));
        try { return await reader.ReadToEndAsync(ct); }
        catch (DecoderFallbackException) { throw new RuleBroken("procedures.draft-not-text", "Ce fichier n'est pas du texte en UTF-8. Enregistrez-le au format JSON, en UTF-8."); }
    }
}
