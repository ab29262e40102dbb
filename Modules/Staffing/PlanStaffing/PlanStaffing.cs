using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Domain.Planning;
using Anef.Staffing.Persistence;

namespace Anef.Staffing.PlanStaffing;

/// <summary>How many people a prefecture needs so that nobody's cover lapses and no legal date passes in silence.</summary>
internal sealed class PlanStaffing(StaffingDb db, PrefectureCatalog prefectures, IProcedures law, PlanInputs inputs, PresentStaff present, TimeProvider clock) : IUseCase<PlanStaffing.Request, PlanReport>
{
    public const int MostMonths = 24;

    /// <summary>A plan begins no earlier than that many days ago, and no later than in a month.</summary>
    private const int EarliestDays = 1826, LatestDays = 31;

    /// <param name="Supposed"><c>KEY=VALUE</c>.</param>
    /// <param name="Cores">Processors that it may take.</param>
    public sealed record Request(string Prefecture, int Months, IReadOnlyList<string> Supposed, int Cores = 1);

    public async Task<PlanReport> Handle(Request request, CancellationToken ct)
    {
        var place = prefectures.Find(request.Prefecture) ?? throw new RuleBroken("staffing.unknown-prefecture",
            $"La préfecture « {request.Prefecture} » n'existe pas : donnez un code de département, de 01 à 95, 2A, 2B ou de 971 à 978.");
        if (request.Months is < 1 or > MostMonths) throw new RuleBroken("staffing.plan-months", $"Un plan porte sur 1 à {MostMonths} mois, d'ordinaire 3, 6 ou 12.");
        var today = clock.Today(place.TimeZone);
        var settings = PlanSettings.Parse(request.Supposed, [.. law.All(today).Select(p => p.Code)]);
        var from = settings.From ?? today;
        if (from.DayNumber < today.DayNumber - EarliestDays || from.DayNumber > today.DayNumber + LatestDays)
            throw new RuleBroken("staffing.plan-from", $"Un plan commence entre le {today.AddDays(-EarliestDays):yyyy-MM-dd} et le {today.AddDays(LatestDays):yyyy-MM-dd}.");
        var starts = Starts(from, request.Months);
        var days = starts[^1].DayNumber - from.DayNumber;
        var history = await PlaceHistory.Read(db, place.Code, from, days, ct);
        if (history.IsEmpty && settings.Inflow is null)
            throw new RuleBroken("staffing.nothing-to-plan", $"Rien n'est connu de la préfecture {place.Code} au {from:yyyy-MM-dd}, ni demande ni titre : donnez au moins les demandes attendues par an, par exemple --set inflow=12000.");
        var effort = Effort.On(from);
        var forecast = new Forecast(history, effort, settings, starts, inputs.Announced(history, from));
        var there = await present.Of(place.Code, from, days, history, effort, ct);
        if (settings.Staff is { } said) there = there with { Staff = said, How = "donné" };
        var input = inputs.Of(place.Code, history, effort, settings, forecast, starts, there);
        return Report(place, request, settings, history, forecast, input, there, Procedures(input, there.Skills, code => new FileMinutes(history, effort).Of(code, settings)));
    }

    private static PlanReport Report(Prefecture place, Request request, PlanSettings settings, PlaceHistory history, Forecast forecast, PlanInput input, PresentStaff.Workforce there, List<ReportProcedure> procedures)
    {
        var simulator = new Simulator(input, request.Cores);
        var outcome = simulator.Of(input.Staff);
        return new()
        {
            Prefecture = place.Code,
            Name = place.Name,
            From = input.From,
            Until = input.From.AddDays(input.Days - 1),
            Seed = settings.Seed,
            Runs = settings.Runs,
            Staff = input.Staff,
            StaffSource = settings.Aid == 0 ? there.How : $"{there.How}, avec {settings.Aid:0.#} d'entraide",
            FteNeeded = Needed(input.Pools.Count == 0 ? simulator : new(input.AllSkilled, request.Cores), input),
            JudgedFrom = input.From.AddDays(input.CatchUpDays),
            TargetDays = input.TargetDays,
            BacklogGoneOn = outcome.BacklogGoneOn,
            Months = [.. outcome.Months.Select(ReportMonth.Of)],
            OneMore = Neighbour.Of(simulator.Of(input.Staff + 1)),
            OneLess = Neighbour.Of(simulator.Of(Math.Max(0, input.Staff - 1))),
            Procedures = procedures,
            WithinSkills = settings.Skills,
            SkillsLacking = there.Skills.Lacking(procedures.ToDictionary(p => p.Code, p => p.Fte)),
            Confidence = PlanWords.Confidence(history, forecast, settings, there.How, procedures),
            HistoryMonths = history.Months,
            NationalCurvePercent = (int)Math.Round(forecast.NationalShare * 100),
            Growth = Math.Round(forecast.Growth, 1),
            Supposed = request.Supposed,
        };
    }

    private static Dictionary<string, double?> Needed(Simulator simulator, PlanInput input)
    {
        var dates = FewestStaff.For(simulator, input, PlanTarget.NoLegalDateMissed);
        return new()
        {
            ["noLegalDateMissed"] = dates,
            ["noLegalDateMissedNorRightAtRisk"] = dates is { } atLeast ? FewestStaff.For(simulator, input, PlanTarget.NoLegalDateMissedNorRightAtRisk, atLeast) : null,
            ["targetDelay"] = FewestStaff.For(simulator, input, PlanTarget.TargetDelay),
        };
    }

    private List<ReportProcedure> Procedures(PlanInput input, Skills skills, Func<string, EffortMinutes> minutesOf) =>
    [
        .. input.Lines.GroupBy(l => l.Procedure).OrderBy(g => g.Key, StringComparer.Ordinal).Select(lines =>
        {
            var expected = lines.Sum(l => input.Periods.Select((p, i) => l.PerDay[i] * p.Days).Sum());
            var load = FewestStaff.Load(input with { Lines = [.. lines] });
            var (minutes, source, files) = minutesOf(lines.Key);
            return new ReportProcedure(lines.Key, law.Find(lines.Key, input.From)?.Name ?? lines.Key, minutes, source, files, lines.Sum(l => l.Stock.Sum()), Math.Round(expected, 1), Math.Round(load, 2), skills.Of(lines.Key));
        }),
    ];

    /// <summary>The first day, then the first of each month, then the day after the last.</summary>
    private static DateOnly[] Starts(DateOnly from, int months)
    {
        var first = from.Day == 1 ? from : new DateOnly(from.Year, from.Month, 1).AddMonths(1);
        IEnumerable<DateOnly> whole = Enumerable.Range(0, months + 1).Select(first.AddMonths);
        return [.. from.Day == 1 ? whole : whole.Prepend(from)];
    }
}
