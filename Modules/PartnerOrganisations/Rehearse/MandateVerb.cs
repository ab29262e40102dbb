using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rehearsals;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.Rehearse;

/// <summary><c>mandate</c>: a person lets an organisation act for them, for half a year.</summary>
internal sealed class MandateVerb(PartnerOrganisationsDb db, BeginMandate.BeginMandate begin, TimeProvider clock) : IRehearsalVerb
{
    private const int Months = 6;

    public string Name => "mandate";

    public IReadOnlyCollection<string> Fields => ["organisation", "person"];

    public async Task Play(RehearsalStep step, CancellationToken ct)
    {
        var token = step.Text("organisation");
        var organisation = await db.Organisations.SingleOrDefaultAsync(o => o.Token == token, ct) ?? throw new RehearsalError($"« {token} » : organisation inconnue");
        await begin.Add(organisation, step.Person(), new([], clock.Today(CivilTime.Paris).AddMonths(Months)), MandateProof.Code, null, null, ct);
        await db.SaveChangesAsync(ct);
    }
}
