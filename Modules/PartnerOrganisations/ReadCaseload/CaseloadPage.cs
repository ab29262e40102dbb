using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.PartnerOrganisations.ReadCaseload;

[MayUse(Role.Partner), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CaseloadPage(IUseCase<ReadCaseload.Request, ReadCaseload.View> read) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")] public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "depuis")] public int From { get; set; }

    public ReadCaseload.View View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => View = await read.Handle(new(Text, From), ct);

    public string AddressFrom(int? from) => $"/partenaires?q={Uri.EscapeDataString(Text ?? "")}{(from is { } place ? $"&depuis={place}" : "")}";
}
