using Anef.Staffing.Domain.Planning;

namespace Anef.Tests.Unit.Staffing;

/// <summary>Made-up prefectures to plan for.</summary>
internal static class PlanInputs
{
    private const int Opens = 330;

    /// <summary>A prefecture of so many files a day in three procedures, one of which has covers at risk.</summary>
    public static PlanInput Town(double perDay = 20, double staff = 5, int months = 12, int runs = 60, int backlog = 0, ulong seed = 1) => Of(months, runs, staff, seed,
    [
        Line("A", 45, legal: 120, alert: 30, perDay * 0.1, months, []),
        Line("B", 20, legal: 90, alert: null, perDay * 0.4, months, []),
        Line("A", 45, legal: 120, alert: null, perDay * 0.5, months, Aged(backlog, 200)),
    ]);

    public static PlanInput Of(int months, int runs, double staff, ulong seed, IReadOnlyList<PlanLine> lines) => new()
    {
        Prefecture = "42",
        From = new(2026, 12, 1),
        Periods = [.. Enumerable.Range(0, months).Select(m => new PlanPeriod(new DateOnly(2026, 12, 1).AddMonths(m), m * 30, 30, true))],
        Lines = lines,
        Staff = staff,
        Minutes = [.. Enumerable.Range(0, months * 30).Select(day => day % 7 < 5 ? (double)Opens : 0)],
        Absence = 0.05,
        LevelSpread = 0.05,
        TargetDays = 60,
        CatchUpDays = Math.Min(90, months * 15),
        Runs = runs,
        Seed = seed,
    };

    public static PlanLine Line(string code, double minutes, int? legal, int? alert, double perDay, int months, int[] stock) => new()
    {
        Procedure = code, Minutes = minutes, LegalAfter = legal, AlertAfter = alert, PerDay = [.. Enumerable.Repeat(perDay, months)], Stock = stock,
    };

    private static int[] Aged(int files, int days) => [.. Enumerable.Range(0, files == 0 ? 0 : days).Select(_ => files / days)];
}
