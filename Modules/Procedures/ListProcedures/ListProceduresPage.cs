using Anef.Procedures.Contracts;
using Anef.Procedures.ReadProcedure;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Procedures.ListProcedures;

[OpenToAll]
internal sealed class ListProceduresPage(IProcedures procedures, PrefectureCatalog prefectures, Say say, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "departement")]
    public string? Department { get; set; }

    public SheetWords Words { get; } = new(say);

    public IReadOnlyList<Procedure> Found { get; private set; } = [];

    public IEnumerable<(string Value, string Words)> Prefectures => prefectures.All.Select(p => (p.Code, $"{p.Code} – {p.Name}"));

    /// <summary>The page of a procedure, for the prefecture that was chosen.</summary>
    public string AddressOf(Procedure procedure) =>
        Department is { Length: > 0 } code && prefectures.Find(code) is not null ? $"/demarches/{procedure.Code}/{code}" : $"/demarches/{procedure.Code}";

    public void OnGet() => Found = [.. procedures.All(clock.Today(CivilTime.Paris)).Where(p => Search.Finds(p, Asked, say.Find($"procedure.{p.Code}")))];
}
