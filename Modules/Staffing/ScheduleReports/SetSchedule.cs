using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.ScheduleReports;

/// <summary>A manager says when the report of the week leaves.</summary>
internal sealed class SetSchedule(StaffingDb db, PrefectureCatalog prefectures, TimeProvider clock) : IUseCase<SetSchedule.Request, Done>
{
    public sealed record Request(Visitor Visitor, string Prefecture, DayOfWeek Day, int Hour, bool Enabled);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        if (!request.Visitor.Serves(request.Prefecture, Role.TeamManager)) throw new NotFound("cette préfecture");
        if (request.Hour is < 0 or > 23 || !Enum.IsDefined(request.Day)) throw new RuleBroken("staffing.no-hour", "L'envoi part un jour de la semaine, à une heure entre 0 et 23.");
        var schedule = await db.ReportSchedules.SingleOrDefaultAsync(s => s.Prefecture == request.Prefecture, ct);
        if (schedule is null) db.Add(schedule = new ReportSchedule { Prefecture = request.Prefecture });
        (schedule.Day, schedule.Hour, schedule.Enabled) = (request.Day, request.Hour, request.Enabled);
        // An hour that has passed already is not made up for: the next report is the next one.
        var (from, to) = schedule.Latest(clock.GetUtcNow(), prefectures.Of(request.Prefecture).TimeZone);
        if (!await db.ReportIssues.AnyAsync(i => i.Prefecture == request.Prefecture && i.To == to, ct)) db.Add(new ReportIssue { Prefecture = request.Prefecture, From = from, To = to, At = clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
        return default;
    }
}
