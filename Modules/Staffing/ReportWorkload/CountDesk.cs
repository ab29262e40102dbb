using Anef.Procedures.Contracts;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.ReportWorkload;

/// <summary>Who was at work and who was received. What was never recorded is not said to be none.</summary>
internal sealed class CountDesk(StaffingDb db, Span span, IWorkingDays workingDays, CancellationToken ct)
{
    public async Task<ReportRow> On(ReportRow total) => await Contacts(await Officers(total));

    private async Task<ReportRow> Officers(ReportRow total)
    {
        if (!await db.Presences.AnyAsync(p => span.Prefectures.Contains(p.Prefecture) && p.Day <= span.Last, ct)) return total;
        var present = span.Presences(db).Select(p => new { p.AccountId, p.Day }).Distinct();
        var (days, officers) = (await present.CountAsync(ct), await present.Select(p => p.AccountId).Distinct().CountAsync(ct));
        // One officer's days are that officer's own business, inside the team too.
        if (officers == 1) return total with { Withheld = ["filesPerOfficerDay", "officerDays", "officersPresent"] };
        var decided = total.OutflowBy!.Where(o => o.Key is "granted" or "refused").Sum(o => o.Value);
        var working = WorkingDays();
        return total with
        {
            OfficerDays = days,
            OfficersPresent = working == 0 ? null : Math.Round((decimal)days / working, 1),
            FilesPerOfficerDay = days == 0 ? null : Math.Round((decimal)decided / days, 2),
            People = (officers, 0, 0),
        };
    }

    /// <summary>Those who answer and receive are in no team of instruction.</summary>
    private async Task<ReportRow> Contacts(ReportRow total)
    {
        if (span.Team is not null) return total;
        var (phone, callers) = await Contacts("phone");
        var (counter, visitors) = await Contacts("counter");
        return total with { PhoneContacts = phone, CounterVisits = counter, People = total.People with { Phone = callers, Counter = visitors } };
    }

    private async Task<(int? Contacts, int People)> Contacts(string channel)
    {
        var recorded = db.Contacts.AsNoTracking().Where(c => span.Prefectures.Contains(c.Prefecture) && c.Channel == channel);
        if (!await recorded.AnyAsync(c => c.Day <= span.Last, ct)) return (null, 0);
        var these = recorded.Where(c => c.Day >= span.First && c.Day <= span.Last);
        return (await these.CountAsync(ct), await these.Select(c => c.PersonId).Distinct().CountAsync(ct));
    }

    private int WorkingDays()
    {
        var department = span.Prefectures.Count == 1 ? span.Prefectures.Single() : null;
        return Enumerable.Range(span.First, Math.Max(0, span.AsOf - span.First + 1)).Count(day => workingDays.IsWorkingDay(DateOnly.FromDayNumber(day), department));
    }
}
