using Anef.PartnerOrganisations.Access;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.Settings;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.ListBatches;

/// <summary>What the organisation has sent, the latest first.</summary>
[MayUse(Role.Partner)]
internal sealed class BatchesPage(PartnerDoor door, PartnerOrganisationsDb db, PartnerOptions options) : PageModel
{
    private const int OnePage = 30;

    [BindProperty(SupportsGet = true, Name = "depuis")] public int From { get; set; }

    public string Address { get; private set; } = "";

    public IReadOnlyList<Batch> Batches { get; private set; } = [];

    public int? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var organisation = (await door.Enter(ct)).Organisation;
        Address = options.AddressOf(organisation.Token);
        var from = Math.Max(0, From);
        var rows = await db.Batches.AsNoTracking().Where(b => b.OrganisationId == organisation.Id).OrderByDescending(b => b.ReceivedAt).ThenBy(b => b.Id).Skip(from).Take(OnePage + 1).ToListAsync(ct);
        (Batches, Next) = ([.. rows.Take(OnePage)], rows.Count > OnePage ? from + OnePage : null);
    }
}
