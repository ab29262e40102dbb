using Anef.Procedures.Contracts;
using Anef.Staffing.Domain.Planning;

namespace Anef.Staffing.PlanStaffing;

/// <summary>Makes what the simulation stands on from what is known and what is supposed.</summary>
internal sealed class PlanInputs(IProcedures law, IWorkingDays workingDays)
{
    private const double WorkingDaysOfAYear = 251;

    /// <summary>The window of art. R.431-5 is from the fourth to the second month before the end: its middle.</summary>
    private const int FiledBefore = 90;

    /// <summary>Those who have not asked in the middle of the window do so within that many days.</summary>
    private const int Hurry = 45;

    /// <summary>Files older than that count as of that age.</summary>
    private const int OldestAge = 730;

    /// <summary>A procedure online: fewer minutes, for nothing is typed again, and more requests, for nobody waits for an appointment [D].</summary>
    private const double OnlineMinutes = 0.8, OnlineInflow = 1.1;

    public PlanInput Of(string prefecture, PlaceHistory history, Effort effort, PlanSettings settings, Forecast forecast, DateOnly[] starts, PresentStaff.Workforce there)
    {
        var from = starts[0];
        var days = starts[^1].DayNumber - from.DayNumber;
        var lines = Lines(history, effort, settings, forecast, starts).ToList();
        // Whoever comes to help, or is supposed, has learned what those who are there have.
        var (pools, poolOf) = (settings.Skills ? there.Skills : new([])).Pools(lines.Select(l => l.Procedure).Distinct());
        return new()
        {
            Prefecture = prefecture,
            From = from,
            Periods = [.. starts.SkipLast(1).Select((start, i) => new PlanPeriod(start, start.DayNumber - from.DayNumber, starts[i + 1].DayNumber - start.DayNumber, start.Day == 1))],
            Lines = [.. lines.Select(l => l with { Pool = poolOf[l.Procedure] }).OrderBy(l => l.Order).ThenBy(l => l.Pool).ThenBy(l => l.LegalAfter)],
            Pools = pools,
            Staff = Math.Max(0, there.Staff + settings.Aid),
            Minutes = [.. Enumerable.Range(0, days).Select(i => Minutes(from.AddDays(i), prefecture, effort, settings))],
            Absence = (settings.Absence ?? effort.Person.Absence) / 100,
            LevelSpread = forecast.Spread,
            TargetDays = settings.Target,
            CatchUpDays = Math.Min(settings.CatchUp, days / 2),
            Runs = settings.Runs,
            Seed = (ulong)settings.Seed,
        };
    }

    /// <summary>When the renewals that permits announce will be asked, from the plan's first day on.</summary>
    public IReadOnlyList<(string Procedure, int Day, int Count)> Announced(PlaceHistory history, DateOnly from)
    {
        var place = 0;
        return [.. history.Permits.Select(p => (Procedure: RenewalOf(p, from), Day: p.UntilDay - FiledBefore - history.From, p.Count)).Where(p => p.Procedure is not null)
            .Select(p => (p.Procedure!, p.Day >= 0 ? p.Day : place++ % Hurry, p.Count))];
    }

    private string? RenewalOf(Ending ending, DateOnly on)
    {
        var until = DateOnly.FromDayNumber(ending.UntilDay);
        return law.RenewalOf(new(ending.Procedure, null, until.AddYears(-1).AddDays(1), until, false), on);
    }

    private double Minutes(DateOnly day, string prefecture, Effort effort, PlanSettings settings)
    {
        if (!workingDays.IsWorkingDay(day, prefecture)) return 0;
        var away = (settings.Leave ?? effort.Person.LeaveDays) / WorkingDaysOfAYear * effort.Person.LeaveByMonth[day.Month - 1];
        return (settings.Hours ?? effort.Person.HoursPerDay) * 60 * Math.Max(0.1, 1 - away);
    }

    private IEnumerable<PlanLine> Lines(PlaceHistory history, Effort effort, PlanSettings settings, Forecast forecast, DateOnly[] starts)
    {
        var stock = history.Stock.ToLookup(s => s.Procedure);
        var each = new FileMinutes(history, effort);
        foreach (var code in forecast.Flows.Keys.Union(stock.Select(s => s.Key)).Order(StringComparer.Ordinal))
        {
            var flow = forecast.Flows.GetValueOrDefault(code) ?? new double[starts.Length - 1];
            var ages = Ages(history.From, [.. stock[code]]);
            if (ages.Length == 0 && flow.All(f => f == 0)) continue;
            var (reference, online) = (effort.Of(code), OnlineDay(code, settings, starts[0]));
            var minutes = each.Of(code, settings).Minutes;
            var perDay = flow.Select((f, i) => f / (starts[i + 1].DayNumber - starts[i].DayNumber) * (starts[i].DayNumber - starts[0].DayNumber >= online ? OnlineInflow : 1)).ToArray();
            var (risky, usual) = Split(ages, reference.AtRisk / 100);
            var line = new PlanLine { Procedure = code, Minutes = minutes, LaterMinutes = minutes * OnlineMinutes, LaterFrom = online, LegalAfter = LegalAfter(code, starts[0]), AlertAfter = null, PerDay = Part(perDay, 1 - (reference.AtRisk / 100)), Stock = usual };
            yield return line;
            if (reference.AtRisk > 0) yield return line with { AlertAfter = reference.AlertDays, PerDay = Part(perDay, reference.AtRisk / 100), Stock = risky };
        }
    }

    private int? LegalAfter(string code, DateOnly on) =>
        law.Find(code, on) is { Kinds: [var kind, ..] } && law.SilenceOf(code, kind, on) is { } silence ? silence.On.DayNumber - on.DayNumber : null;

    /// <summary>Nothing changes for what is online already.</summary>
    private static int OnlineDay(string code, PlanSettings settings, DateOnly from) => settings.Online.TryGetValue(code, out var day) ? Math.Max(0, day.DayNumber - from.DayNumber) : int.MaxValue;

    private static double[] Part(double[] perDay, double share) => [.. perDay.Select(d => d * share)];

    private static int[] Ages(int from, List<Waiting> waiting)
    {
        if (waiting.Count == 0) return [];
        var ages = new int[waiting.Max(w => AgeOf(w, from)) + 1];
        foreach (var w in waiting) ages[AgeOf(w, from)] += w.Count;
        return ages;
    }

    /// <summary>0 for the day before.</summary>
    private static int AgeOf(Waiting waiting, int from) => Math.Clamp(from - 1 - waiting.FiledDay, 0, OldestAge);

    /// <summary>Whole files; together they are all.</summary>
    private static (int[] Risky, int[] Usual) Split(int[] ages, double share)
    {
        var (risky, carried) = (new int[ages.Length], 0.0);
        for (var age = 0; age < ages.Length; age++)
        {
            carried += ages[age] * share;
            risky[age] = Math.Min(ages[age], (int)(carried + 0.5));
            carried -= risky[age];
        }
        return (risky, [.. ages.Select((n, age) => n - risky[age])]);
    }
}
