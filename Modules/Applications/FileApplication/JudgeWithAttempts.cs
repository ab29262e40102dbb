using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.FileApplication;

/// <summary>In time or late, with our own failures counted for the person.</summary>
internal sealed class JudgeWithAttempts(ApplicationsDb db, IProcedures law)
{
    private const int AttemptsCountDays = 7;

    /// <summary>An attempt that our own failure spoilt counts as the filing for the delay: the person has nothing to prove.</summary>
    /// <param name="more">Attempts of somebody who is not known yet.</param>
    /// <returns>The judgement, and the instant of the attempt that made it.</returns>
    public async Task<(FilingJudgement Judgement, DateTimeOffset? Spoilt)> Of(Person person, FilingFacts facts, DateTimeOffset now, CancellationToken ct, IEnumerable<DateTimeOffset>? more = null)
    {
        var judgement = law.Judge(facts);
        if (judgement.Timeliness != Timeliness.Late) return (judgement, null);
        var since = now.AddDays(-AttemptsCountDays);
        var attempts = await db.FailedAttempts.Where(a => a.PersonId == person.Id && a.Procedure == facts.Procedure && a.At >= since).Select(a => a.At).ToListAsync(ct);
        return attempts.Concat(more?.Where(at => at >= since) ?? [])
            .Select(at => (Judgement: law.Judge(facts with { On = at.DayIn(person.Zone), OnInParis = at.DayIn(CivilTime.Paris) }), Spoilt: (DateTimeOffset?)at))
            .Where(a => a.Judgement is { Timeliness: Timeliness.InTime, TooEarlyUntil: null }).DefaultIfEmpty((judgement, null)).First();
    }
}
