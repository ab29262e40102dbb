using Anef.Procedures.ReadProcedure;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Procedures.ReadJournal;

[OpenToAll]
internal sealed class ReadJournalPage(Journal journal, Visitor visitor, Say say) : PageModel
{
    /// <summary>Changes that are shown of one version; the rest is counted.</summary>
    public const int Shown = 10;

    public IReadOnlyList<Journal.Entry> Entries { get; private set; } = [];

    public SheetWords Words { get; } = new(say);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Entries = await journal.Read(ct);
        return !visitor.IsKnown && Freshness.Unchanged(HttpContext, say.Language.Code + JournalFeeds.SeedOf(Entries), JournalFeeds.ChangedAt(Entries)) ? StatusCode(304) : Page();
    }
}
