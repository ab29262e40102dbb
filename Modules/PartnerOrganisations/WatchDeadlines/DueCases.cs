using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.Procedures.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.WatchDeadlines;

/// <summary>Which situations wait for an answer, and how near their day is: for the daily job.</summary>
internal static class DueCases
{
    /// <summary>Calendar days that hold one working day, whatever the bridges: enough to look at, before working days are counted.</summary>
    private const int Reach = 6;

    /// <summary>Those whose day has passed or may be near; <see cref="IsNear"/> tells which are.</summary>
    public static IQueryable<PartnerCase> Near(PartnerOrganisationsDb db, DateOnly today)
    {
        var until = today.AddDays(Reach);
        return db.Cases.Where(c => c.AnsweredAt == null && c.DueOn <= until);
    }

    /// <summary>It has to be answered today, or on the next working day at the latest.</summary>
    public static bool IsNear(PartnerCase situation, DateOnly today, IWorkingDays days) => situation.DueOn >= today && situation.DueOn <= days.After(today, 1, situation.Prefecture);
}
