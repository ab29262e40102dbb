using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.RevokeMandate;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.ShowMandates;

/// <summary>Who may act for me, and the way to stop it.</summary>
[MayUse(Role.Applicant)]
internal sealed class OwnMandatesPage(PartnerOrganisationsDb db, IUseCase<RevokeMandate.RevokeMandate.Request, Done> revoke, IProcedures law, Say say, Visitor visitor, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Own> Mandates { get; private set; } = [];

    public DateOnly Today => clock.Today(CivilTime.Paris);

    /// <summary>A mandate that holds or held.</summary>
    public sealed record Own(Mandate Mandate, string Organisation);

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (visitor.PersonId is not { } me) return;
        var rows = await db.Mandates.AsNoTracking().Where(m => m.PersonId == me && m.ValidAt != null)
            .Join(db.Organisations, m => m.OrganisationId, o => o.Id, (m, o) => new Own(m, o.Name)).ToListAsync(ct);
        Mandates = [.. rows.OrderByDescending(r => r.Mandate.HoldsOn(Today)).ThenByDescending(r => r.Mandate.ValidAt)];
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid mandate, CancellationToken ct)
    {
        await revoke.Handle(new(mandate), ct);
        return Redirect("/mon-espace/mandats");
    }

    public string ScopeOf(Mandate mandate) => mandate.Procedures.Count == 0 ? say["mandates.everything"]
        : string.Join(", ", mandate.Procedures.Select(code => say.Named("procedure", code, law.Find(code, Today)?.Name ?? code)));
}
