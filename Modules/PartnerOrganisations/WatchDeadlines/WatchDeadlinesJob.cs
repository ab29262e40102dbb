using Anef.PartnerOrganisations.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Prefectures;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.WatchDeadlines;

/// <summary>Every day: situations whose last day comes near or has passed are marked, and the prefecture is told, once each.</summary>
[Daily("partners.deadlines", 25)]
internal sealed class WatchDeadlinesJob(PartnerOrganisationsDb db, PrefectureCatalog prefectures, IWorkingDays days) : IDailyJob
{
    private const int Page = 200;

    public async Task Run(CivilDay today, CancellationToken ct)
    {
        var here = prefectures.All.Where(p => p.TimeZone == today.Zone).Select(p => p.Code).ToList();
        // Of which nobody knows whose they are, the capital counts the days.
        var nobodys = today.Zone == CivilTime.Paris;
        for (var after = Guid.Empty; ;)
        {
            var page = await DueCases.Near(db, today.Date).Where(c => c.Id > after && (here.Contains(c.Prefecture!) || (nobodys && c.Prefecture == null))).OrderBy(c => c.Id).Take(Page).ToListAsync(ct);
            foreach (var situation in page) Mark(situation, today.Date);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            if (page.Count < Page) return;
            after = page[^1].Id;
        }
    }

    private void Mark(PartnerCase situation, DateOnly today)
    {
        if (situation.DueOn < today)
        {
            if (situation.BreachedOn is not null) return;
            situation.BreachedOn = today;
            Tell(situation, breached: true);
        }
        else if (situation.WarnedOn is null && DueCases.IsNear(situation, today, days))
        {
            situation.WarnedOn = today;
            Tell(situation, breached: false);
        }
    }

    private void Tell(PartnerCase situation, bool breached)
    {
        db.Publish(new CaseDue(situation.Id, situation.Reference, situation.Prefecture, situation.DueOn, breached));
        if (situation is { PersonId: { } person, Prefecture: { } prefecture })
            db.Publish(new TaskRaised(person, situation.ApplicationId, breached ? "partnerCaseLate" : "partnerCaseDue", prefecture,
                $"Situation {situation.Reference} d'une organisation partenaire : {(breached ? "le dernier jour pour répondre est passé" : "à répondre au plus tard demain")} ({situation.DueOn:dd/MM/yyyy})."));
    }
}
