using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Prefectures;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.RedistributeWork;

/// <summary>Every civil day: somebody is away for long from today on, and their files do not wait for them.</summary>
[Daily("staffing.redistribute-absences", 30)]
internal sealed class RedistributeAbsencesJob(StaffingDb db, WorkSharer sharer, PrefectureCatalog prefectures) : IDailyJob
{
    /// <summary>Shorter ones leave files where they are [D].</summary>
    private const int LongDays = 5;

    public async Task Run(CivilDay today, CancellationToken ct)
    {
        var here = prefectures.All.Where(p => p.TimeZone == today.Zone).Select(p => p.Code).ToList();
        var begun = await db.Absences.AsNoTracking().Where(a => here.Contains(a.Prefecture) && a.From <= today.Date && a.Until >= today.Date && !a.Redistributed).OrderBy(a => a.From).ToListAsync(ct);
        foreach (var absence in begun.Where(a => a.Until.DayNumber - a.From.DayNumber >= LongDays))
        {
            await sharer.Share(absence.Prefecture, absence.AccountId, foresee: false, ct);
            db.ChangeTracker.Clear();
            await db.Absences.Where(a => a.Id == absence.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Redistributed, true), ct);
        }
    }
}
