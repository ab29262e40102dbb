using Anef.Applications.Domain;
using Anef.Applications.ReadDraft;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.SaveDraft;

/// <summary>One step: shown with what was answered, saved, and on to the next, or back to the check that it was called from.</summary>
internal abstract class DraftStepPage(IUseCase<ReadDraft.ReadDraft.Request, ReadDraft.ReadDraft.View> read, IUseCase<SaveDraft.Request, Done> save) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    /// <summary><c>verifier</c> when the step was called from the check.</summary>
    [BindProperty(SupportsGet = true, Name = "retour")]
    public string? Back { get; set; }

    /// <summary>How often the step had been saved when the page was opened.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>Save what there is, whole or not, and come back later.</summary>
    [BindProperty]
    public bool Later { get; set; }

    public ReadDraft.ReadDraft.View View { get; private set; } = null!;

    /// <summary>Answers that another tab or device has saved meanwhile, where they differ: shown beside.</summary>
    public IReadOnlyDictionary<string, string> Newer { get; private set; } = new Dictionary<string, string>();

    public abstract string Step { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        View = await read.Handle(new(Draft), ct);
        if (View.Draft.IsFiled) return Redirect(DraftAddress.Confirmation(Draft));
        Fill(View);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Later)
        {
            View = await read.Handle(new(Draft), ct);
            Judge(View);
        }
        if (!Later && !ModelState.IsValid)
        {
            await ShowAgain(ct);
            return Page();
        }
        await save.Handle(new(Draft, Step, Given(), Seen, !Later), ct);
        return Redirect(Later ? $"{DraftAddress.Start}?garde={Draft}" : DraftAddress.Of(Draft, Back is null ? DraftSteps.After(Step) : DraftSteps.Check));
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        View = await read.Handle(new(Draft), ct);
        if (View.Draft.SavesOf(Step) == Seen) return;
        Newer = Given().Where(g => View.Draft.Answers.GetValueOrDefault(g.Key, "") != (g.Value ?? "")).ToDictionary(g => g.Key, g => View.Draft.Answers.GetValueOrDefault(g.Key, "–"));
        // Who saves again has now seen the other answers.
        Seen = View.Draft.SavesOf(Step);
    }

    /// <summary>Puts what was answered, or is known, into the form.</summary>
    protected abstract void Fill(ReadDraft.ReadDraft.View view);

    /// <summary>Checks what annotations cannot.</summary>
    protected virtual void Judge(ReadDraft.ReadDraft.View view) { }

    /// <summary>The answers of the form by their names.</summary>
    protected abstract IReadOnlyDictionary<string, string?> Given();

    protected static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
