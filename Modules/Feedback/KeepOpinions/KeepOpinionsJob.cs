using Anef.Feedback.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Retention;

namespace Anef.Feedback.KeepOpinions;

/// <summary>Every night: opinions that are old enough are destroyed with what they counted.</summary>
[Schedule("feedback.keep-opinions", "50 3 * * *")]
internal sealed class KeepOpinionsJob(FeedbackDb db, IRetention retention, TimeProvider clock) : IJob
{
    public async Task Run(CancellationToken ct)
    {
        var today = clock.Today(CivilTime.Paris);
        var rule = retention.Of(Things.Opinions, today);
        var before = rule.KeptSince(today);
        await db.DestroyAll(rule, today, db.Opinions.Where(o => o.At < before).OrderBy(o => o.Id), ct);
        await db.DestroyAll(rule, today, db.Troubles.Where(t => t.At < before).OrderBy(t => t.Id), ct);
    }
}
