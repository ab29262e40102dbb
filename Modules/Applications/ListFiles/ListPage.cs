using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Anef.Applications.ListFiles;

/// <summary>The officers' list: every filter is in the address, so that a list can be kept and sent.</summary>
[MayUse(Role.CaseOfficer, Role.Referent, Role.TeamManager)]
internal sealed class ListPage(IUseCase<ListFiles.Request, ListFiles.Page> list, IProcedures law, IUseCase<BulkActs.PrepareBulk.Request, Guid> prepare, ReadFile.FileChoices choices, Visitor visitor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "q")] public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "prefecture")] public string? Prefecture { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")] public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "demarche")] public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true, Name = "proche")] public bool Near { get; set; }

    [BindProperty(SupportsGet = true, Name = "restreints")] public bool Restricted { get; set; }

    [BindProperty(SupportsGet = true, Name = "proposes")] public bool Offered { get; set; }

    [BindProperty(SupportsGet = true, Name = "apres")] public string? After { get; set; }

    /// <summary>Numbers of the files that are ticked.</summary>
    [BindProperty] public List<string> Chosen { get; set; } = [];

    [BindProperty] public string? Act { get; set; }

    [BindProperty] public List<string> Documents { get; set; } = [];

    [BindProperty] public DateOnly? Due { get; set; }

    [BindProperty] public string? Reason { get; set; }

    public ListFiles.Page Found { get; private set; } = null!;

    public IReadOnlyList<Procedure> Procedures { get; private set; } = [];

    public bool IsReferent => visitor.Is(Role.Referent);

    public DateOnly Today => clock.Today(CivilTime.Paris);

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    /// <summary>Prepares an act on the ticked files; its page shows what it would do.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Redirect($"/agents/lots/{await prepare.Handle(new(Act ?? "", Chosen, Documents, Due, Reason ?? ""), ct)}");

    /// <summary>Documents that the procedures ask for, by name.</summary>
    public IEnumerable<(string Value, string Words)> DocumentChoices() => choices.Documents(Today);

    public async Task ShowAgain(CancellationToken ct)
    {
        Procedures = law.All(Today);
        Found = await list.Handle(new()
        {
            Text = Text, Prefecture = Prefecture, State = State, Procedure = Procedure, Near = Near, Restricted = Restricted, Offered = Offered, After = After,
        }, ct);
    }

    /// <summary>The same list, from there on.</summary>
    public string Next() => QueryHelpers.AddQueryString("/agents/dossiers", new Dictionary<string, string?>
    {
        ["q"] = Text, ["prefecture"] = Prefecture, ["etat"] = State, ["demarche"] = Procedure, ["proche"] = Near ? "true" : null,
        ["restreints"] = Restricted ? "true" : null, ["proposes"] = Offered ? "true" : null, ["apres"] = Found.Next,
    });
}
