using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Anef.Staffing.ReportWorkload;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Report = Anef.Staffing.ReportWorkload.ReportWorkload;

namespace Anef.Tests.Integration.Reports;

/// <summary>Rows of the read model, written as the events would have made them.</summary>
internal static class Histories
{
    public static DateOnly Day(string written) => DateOnly.Parse(written, System.Globalization.CultureInfo.InvariantCulture);

    public static Stay Stay(string procedure, string filed, string? until = null, Exit? by = null, string prefecture = "42", int? days = null) => new()
    {
        ApplicationId = Guid.CreateVersion7(), Prefecture = prefecture, Procedure = procedure, Kind = "renewal", Channel = "online", DecisionDays = days,
        FromDay = Day(filed).DayNumber, FiledDay = Day(filed).DayNumber, UntilDay = until is null ? null : Day(until).DayNumber, UntilBy = by,
    };

    public static CountedAttestation Attestation(Guid person, string procedure, string on, bool renewal = false, string kind = "Extension", string prefecture = "42", Guid? of = null) => new()
    {
        Number = $"{Guid.CreateVersion7():N}"[8..30], PersonId = person, ApplicationId = of ?? Guid.CreateVersion7(), Prefecture = prefecture, Procedure = procedure, Kind = kind, Renewal = renewal, Day = Day(on).DayNumber,
    };

    public static CountedGap Gap(Guid person, string procedure, string from, string to, string prefecture = "42") => new()
    {
        PersonId = person, ApplicationId = Guid.CreateVersion7(), Prefecture = prefecture, Procedure = procedure, FromDay = Day(from).DayNumber, ToDay = Day(to).DayNumber,
    };

    public static PartnerDeadline Deadline(string due, string? answered, string prefecture = "42", Guid? of = null) => new()
    {
        Id = Guid.CreateVersion7(), Prefecture = prefecture, ApplicationId = of, OpenedDay = Day(due).DayNumber - 3, DueDay = Day(due).DayNumber, AnsweredDay = answered is null ? null : Day(answered).DayNumber,
    };

    public static async Task Write(this AnefHouse house, params IEnumerable<object> rows)
    {
        await using var scope = house.Scope();
        var db = scope.ServiceProvider.GetRequiredService<StaffingDb>();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    public static Task<WorkloadReport> October(this AnefHouse house, string? site = null, string? procedure = null) =>
        house.Ask<Report.Request, WorkloadReport>(new("42", Day("2026-10-01"), Day("2026-10-31"), site, procedure));

    public static async Task Forget(this AnefHouse house)
    {
        await using var scope = house.Scope();
        await scope.ServiceProvider.GetRequiredService<StaffingDb>().Stays.ExecuteDeleteAsync();
    }

    /// <summary>A request that wanders between two prefectures and two procedures, each passage beginning where the last ended.</summary>
    public static IEnumerable<Stay> Wander(Random random, int firstDay, int days)
    {
        var (id, filed) = (Guid.CreateVersion7(), firstDay + random.Next(days));
        var (from, count, complete) = (filed, random.Next(1, 4), random.Next(3) == 0 ? (int?)null : filed + random.Next(30));
        for (var i = 0; i < count; i++)
        {
            var (last, length) = (i == count - 1, random.Next(60));
            var ends = !last || random.Next(3) > 0;
            var by = !ends ? null : last ? (Exit?)random.Next(4) : random.Next(2) == 0 ? Exit.TransferredOut : Exit.RequalifiedOut;
            yield return new Stay
            {
                ApplicationId = id, Sequence = i, Prefecture = random.Next(3) == 0 ? "43" : "42", Procedure = random.Next(2) == 0 ? "CJF" : "SAL", Kind = "renewal", Channel = random.Next(4) == 0 ? "counter" : "online",
                FromDay = from, FromBy = i == 0 ? Entry.Filed : random.Next(2) == 0 ? Entry.TransferredIn : Entry.RequalifiedIn, UntilDay = ends ? from + length : null, UntilBy = by, FiledDay = filed, CompleteDay = complete,
                CompletenessDays = i == 0 && complete is { } c ? c - filed : null, DecisionDays = by is Exit.Granted or Exit.Refused ? random.Next(200) : null, DocumentRequests = last ? random.Next(3) : 0,
                SilenceDay = random.Next(8) == 0 ? from + random.Next(60) : null,
            };
            from += length;
        }
    }
}
