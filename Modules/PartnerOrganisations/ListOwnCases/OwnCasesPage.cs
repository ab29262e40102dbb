using Anef.PartnerOrganisations.Access;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.ListOwnCases;

/// <summary>The situations that the organisation sent: the open ones first due first, or all.</summary>
[MayUse(Role.Partner)]
internal sealed class OwnCasesPage(PartnerDoor door, PartnerOrganisationsDb db) : PageModel
{
    private const int OnePage = 50;

    [BindProperty(SupportsGet = true, Name = "q")] public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "toutes")] public bool All { get; set; }

    [BindProperty(SupportsGet = true, Name = "depuis")] public int From { get; set; }

    public IReadOnlyList<PartnerCase> Cases { get; private set; } = [];

    public int? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var organisation = (await door.Enter(ct)).OrganisationId;
        var mine = db.Cases.AsNoTracking().Where(c => c.OrganisationId == organisation);
        if (!string.IsNullOrWhiteSpace(Text))
        {
            var reference = Text.Trim().ToUpperInvariant();
            mine = mine.Where(c => c.Reference.Contains(reference));
        }
        else if (!All)
        {
            mine = mine.Where(c => c.AnsweredAt == null);
        }
        var from = Math.Max(0, From);
        var rows = await mine.OrderBy(c => c.AnsweredAt != null).ThenBy(c => c.DueOn).ThenBy(c => c.Id).Skip(from).Take(OnePage + 1).ToListAsync(ct);
        (Cases, Next) = ([.. rows.Take(OnePage)], rows.Count > OnePage ? from + OnePage : null);
    }

    public string AddressFrom(int? from) => $"/partenaires/situations?q={Uri.EscapeDataString(Text ?? "")}{(All ? "&toutes=true" : "")}{(from is { } place ? $"&depuis={place}" : "")}";
}
