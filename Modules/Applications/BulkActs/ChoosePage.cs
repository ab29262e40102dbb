using Anef.Applications.ReadFile;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.BulkActs;

/// <summary>What to do to files that were ticked in another list.</summary>
[MayUse(Role.CaseOfficer, Role.Referent, Role.TeamManager)]
internal sealed class ChoosePage(IUseCase<PrepareBulk.Request, Guid> prepare, FileChoices choices, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty] public List<string> Chosen { get; set; } = [];

    [BindProperty] public string? Act { get; set; }

    [BindProperty] public List<string> Documents { get; set; } = [];

    [BindProperty] public DateOnly? Due { get; set; }

    [BindProperty] public string? Reason { get; set; }

    /// <summary>The list that they were ticked in.</summary>
    [BindProperty(SupportsGet = true, Name = "retour")] public string? From { get; set; }

    public void OnGet() => From = BackTo.List(From);

    /// <summary>They come from that list.</summary>
    public void OnPostChoose() => From = BackTo.List(From);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Redirect($"/agents/lots/{await prepare.Handle(new(Act ?? "", Chosen, Documents, Due, Reason ?? ""), ct)}?retour={Uri.EscapeDataString(BackTo.List(From))}");

    public IEnumerable<(string Value, string Words)> DocumentChoices() => choices.Documents(clock.Today(CivilTime.Paris));

    public Task ShowAgain(CancellationToken ct)
    {
        From = BackTo.List(From);
        return Task.CompletedTask;
    }
}

/// <summary>The list to which a run leads back.</summary>
internal static class BackTo
{
    /// <summary>One of the officers' lists and nothing else: the address is written by whoever sends it.</summary>
    public static string List(string? from) => from?.Split('?')[0] is "/agents/travail" or "/agents/dossiers" ? from : "/agents/dossiers";
}
