using Anef.PartnerOrganisations.Domain;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.PartnerOrganisations.ListOrganisations;

[MayUse(Role.Ministry, Role.Operator)]
internal sealed class ListPage(IUseCase<ListOrganisations.Request, ListOrganisations.Page> list, TimeProvider clock) : PageModel
{
    private const int SoonDays = 60;

    [BindProperty(SupportsGet = true, Name = "q")] public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "depuis")] public int From { get; set; }

    public ListOrganisations.Page Found { get; private set; } = new([], null);

    private DateOnly Today => clock.Today(CivilTime.Paris);

    public async Task OnGetAsync(CancellationToken ct) => Found = await list.Handle(new(Text, From), ct);

    public (string Words, string? Type) StateOf(Organisation o) =>
        Today < o.AgreedFrom ? ("à venir", "info") : Today > o.AgreedUntil ? ("terminée", "error") : o.AgreedUntil < Today.AddDays(SoonDays) ? ("finit bientôt", "warning") : ("en cours", "success");

    public string AddressFrom(int? from) => $"/exploitation/partenaires?q={Uri.EscapeDataString(Text ?? "")}{(from is { } place ? $"&depuis={place}" : "")}";
}
