using Anef.PartnerOrganisations.Access;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ReadCase;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.ReadOwnCase;

/// <summary>One situation as the organisation that sent it sees it.</summary>
[MayUse(Role.Partner), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class OwnCasePage(PartnerDoor door, PartnerOrganisationsDb db, IUseCase<WriteWord.WriteWord.Request, Done> write) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)] public string Reference { get; set; } = "";

    [BindProperty] public string? Text { get; set; }

    public CaseView View { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await write.Handle(new(Reference, Text ?? ""), ct);
        return Redirect($"/partenaires/situations/{Uri.EscapeDataString(Reference)}");
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        var organisation = (await door.Enter(ct)).OrganisationId;
        var found = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == Reference && c.OrganisationId == organisation, ct) ?? throw new NotFound("cette situation");
        View = await CaseView.Of(db, found, ct);
    }
}
