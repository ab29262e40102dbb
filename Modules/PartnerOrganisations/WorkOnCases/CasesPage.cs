using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.PartnerOrganisations.WorkOnCases;

[MayUse(Role.CaseOfficer, Role.Referent, Role.TeamManager)]
internal sealed class CasesPage(IUseCase<ListCases.Request, ListCases.View> list, Visitor visitor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")] public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")] public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "prefecture")] public string? Prefecture { get; set; }

    [BindProperty(SupportsGet = true, Name = "depuis")] public int From { get; set; }

    public ListCases.View View { get; private set; } = null!;

    public IReadOnlyList<string> Prefectures => visitor.Prefectures(CaseDoor.Officers) ?? [];

    public async Task OnGetAsync(CancellationToken ct) => View = await list.Handle(new(Text, State, Prefecture, From), ct);

    public (string Words, string? Type) DueOf(ListCases.Row row) => !row.Case.IsOpen ? ("répondue", "success")
        : row.Case.DueOn < View.Today ? ("délai dépassé", "error") : row.Near ? ("bientôt", "warning") : ("dans les temps", null);

    public string AddressFrom(int? from) => $"/agents/partenaires?q={Uri.EscapeDataString(Text ?? "")}&etat={State}&prefecture={Prefecture}{(from is { } place ? $"&depuis={place}" : "")}";

    /// <summary>One working day, three, or ten.</summary>
    public static string PriorityOf(int priority) => priority switch { 0 => "1 jour", 1 => "3 jours", _ => "10 jours" };
}
