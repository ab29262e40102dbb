using Anef.SharedKernel.Jobs;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.KeepWorkload;

/// <summary>Every civil day: days have passed for every file, and one statement says what that weighs.</summary>
[Daily("staffing.score-the-day", 20)]
internal sealed class ScoreTheDayJob(StaffingDb db, WeightsInForce weights) : IDailyJob
{
    /// <summary>A whole country is weighed in one statement, which takes longer than a question may.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public async Task Run(CivilDay today, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(Patience);
        var (zone, day) = (today.Zone, today.Date.DayNumber);
        var w = await weights.On(today.Date, ct);
        var (score, onTop) = (Scores.On(day, w), Scores.OnTop(day, w));
        await db.Files.Where(f => f.Zone == zone && f.Open && f.ScoredDay < day)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.Score, score).SetProperty(f => f.OnTop, onTop).SetProperty(f => f.ScoredDay, day), ct);
    }
}
