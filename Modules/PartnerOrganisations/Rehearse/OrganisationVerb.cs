using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rehearsals;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.Rehearse;

/// <summary><c>organisation</c>: an organisation with an agreement of a year from then on, under the token that is said; once.</summary>
internal sealed class OrganisationVerb(PartnerOrganisationsDb db, TimeProvider clock) : IRehearsalVerb
{
    public string Name => "organisation";

    public IReadOnlyCollection<string> Fields => ["token", "name", "senders", "network"];

    public async Task Play(RehearsalStep step, CancellationToken ct)
    {
        var token = step.Text("token");
        if (await db.Organisations.AnyAsync(o => o.Token == token, ct)) return;
        var today = clock.Today(CivilTime.Paris);
        var organisation = new Organisation { Name = step.Text("name"), Network = step.TextOrNull("network"), AgreedFrom = today, AgreedUntil = today.AddYears(1) };
        organisation.GiveToken(token);
        organisation.Register(step.List("senders").SelectMany(s => s.Split(' ')));
        db.Add(organisation);
        await db.SaveChangesAsync(ct);
    }
}
