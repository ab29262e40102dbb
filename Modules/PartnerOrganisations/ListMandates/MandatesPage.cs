using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.PartnerOrganisations.ListMandates;

[MayUse(Role.Partner)]
internal sealed class MandatesPage(IUseCase<ListMandates.Request, ListMandates.View> list, IUseCase<RevokeMandate.RevokeMandate.Request, Done> revoke) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "depuis")] public int From { get; set; }

    [BindProperty(SupportsGet = true, Name = "commence")] public bool Begun { get; set; }

    [BindProperty(SupportsGet = true, Name = "envoye")] public bool Sent { get; set; }

    public ListMandates.View View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => View = await list.Handle(new(From), ct);

    public async Task<IActionResult> OnPostRevokeAsync(Guid mandate, CancellationToken ct)
    {
        await revoke.Handle(new(mandate), ct);
        return Redirect("/partenaires/mandats");
    }
}
