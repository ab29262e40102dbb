using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Procedures.ListProcedures;

[OpenToAll]
internal sealed class ListProceduresPage(IProcedures procedures, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    public IReadOnlyList<Procedure> Found { get; private set; } = [];

    public void OnGet() => Found = [.. procedures.All(clock.Today(CivilTime.Paris)).Where(p => Search.Finds(p, Words))];
}
