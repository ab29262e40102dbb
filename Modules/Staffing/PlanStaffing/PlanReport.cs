using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Anef.Staffing.Domain.Planning;

namespace Anef.Staffing.PlanStaffing;

/// <summary>A plan, as it is shown, kept and exported. Written as JSON under these names, in this order.</summary>
internal sealed record PlanReport
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required string Prefecture { get; init; }

    public required string Name { get; init; }

    /// <summary>First and last day.</summary>
    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public required int Seed { get; init; }

    public required int Runs { get; init; }

    /// <summary>Full-time equivalents present, and how that is known.</summary>
    public required double Staff { get; init; }

    public required string StaffSource { get; init; }

    /// <summary>Full-time equivalents by target; null where no staff is enough.</summary>
    public required IReadOnlyDictionary<string, double?> FteNeeded { get; init; }

    /// <summary>Targets are judged from that day on.</summary>
    public required DateOnly JudgedFrom { get; init; }

    /// <summary>Days for four files in five.</summary>
    public required int TargetDays { get; init; }

    public required DateOnly? BacklogGoneOn { get; init; }

    public required IReadOnlyList<ReportMonth> Months { get; init; }

    public required Neighbour OneMore { get; init; }

    public required Neighbour OneLess { get; init; }

    public required IReadOnlyList<ReportProcedure> Procedures { get; init; }

    /// <summary>Full-time equivalents of load that find nobody who has learned the procedure, however the work is shared out; null where no officer is known.</summary>
    public required double? SkillsLacking { get; init; }

    /// <summary>Months are of officers who do what they have learned and nothing else. Plans kept before that was reckoned are not.</summary>
    public bool WithinSkills { get; init; }

    /// <summary>How sure it is, in words, and what of that can be counted.</summary>
    public required string Confidence { get; init; }

    public required int HistoryMonths { get; init; }

    /// <summary>Percent of the flow whose season is the national one.</summary>
    public required int NationalCurvePercent { get; init; }

    /// <summary>Percent a year.</summary>
    public required double Growth { get; init; }

    /// <summary>What was supposed in place of what is known.</summary>
    public required IReadOnlyList<string> Supposed { get; init; }

    public string AsJson() => JsonSerializer.Serialize(this, Options);

    /// <exception cref="JsonException">It was not written by <see cref="AsJson"/>.</exception>
    public static PlanReport Read(string json) => JsonSerializer.Deserialize<PlanReport>(json, Options) ?? throw new JsonException("nothing was written");

    /// <summary>A line a month and measure, then the figures that are of no month.</summary>
    public string AsCsv()
    {
        var csv = new StringBuilder("prefecture;month;measure;p10;p50;p90\n");
        foreach (var month in Months)
            foreach (var (measure, band) in month.Bands())
                csv.Append(CultureInfo.InvariantCulture, $"{Prefecture};{month.Month};{measure};{band.P10};{band.P50};{band.P90}\n");
        foreach (var (target, staff) in FteNeeded) csv.Append(CultureInfo.InvariantCulture, $"{Prefecture};;fteNeeded.{target};;{staff};\n");
        foreach (var row in Procedures)
            foreach (var (measure, value) in row.Figures())
                csv.Append(CultureInfo.InvariantCulture, $"{Prefecture};;{measure}.{row.Code};;{value};\n");
        csv.Append(CultureInfo.InvariantCulture, $"{Prefecture};;skillsLacking;;{SkillsLacking};\n");
        csv.Append(CultureInfo.InvariantCulture, $"{Prefecture};;staff;;{Staff};\n{Prefecture};;backlogGoneOn;;{BacklogGoneOn:yyyy-MM-dd};\n");
        return csv.ToString();
    }
}

/// <param name="Month"><c>2026-12</c>.</param>
/// <param name="DelayDays">Days to decision of half of what was decided.</param>
/// <param name="Delay80Days">Of four in five.</param>
internal sealed record ReportMonth(string Month, Band Stock, Band RightsAtRiskDays, Band LegalDatesMissed, Band Inflow, Band Outflow, Band DelayDays, Band Delay80Days)
{
    public static ReportMonth Of(PlanMonth m) =>
        new(m.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), m.Stock, m.RightsAtRiskDays, m.LegalDatesMissed, m.Inflow, m.Outflow, m.Delay, m.Delay80);

    public IEnumerable<(string Measure, Band Band)> Bands() =>
        [("stock", Stock), ("rightsAtRiskDays", RightsAtRiskDays), ("legalDatesMissed", LegalDatesMissed), ("inflow", Inflow), ("outflow", Outflow), ("delayDays", DelayDays), ("delay80Days", Delay80Days)];
}

/// <summary>What one person more or fewer changes: at the end, and over the whole plan, in the run of the middle.</summary>
internal sealed record Neighbour(double Staff, double StockAtEnd, double RightsAtRiskDays, double LegalDatesMissed, DateOnly? BacklogGoneOn)
{
    public static Neighbour Of(PlanOutcome outcome) =>
        new(outcome.Staff, outcome.Months.Count == 0 ? 0 : outcome.Months[^1].Stock.P50, outcome.Months.Sum(m => m.RightsAtRiskDays.P50), outcome.Months.Sum(m => m.LegalDatesMissed.P50), outcome.BacklogGoneOn);
}

/// <param name="Minutes">By file.</param>
/// <param name="MinutesSource"><c>measured</c> in the prefecture, <c>reference</c> of the ministry, or <c>supposed</c>.</param>
/// <param name="MinutesFiles">On how many files they were measured.</param>
/// <param name="Stock">At the start.</param>
/// <param name="Inflow">Expected over the plan.</param>
/// <param name="Fte">Full-time equivalents that this inflow takes.</param>
/// <param name="SkilledFte">Full-time equivalents of those who take this procedure, among others; null where no officer is known.</param>
internal sealed record ReportProcedure(string Code, string Name, double Minutes, string MinutesSource, int? MinutesFiles, int Stock, double Inflow, double Fte, double? SkilledFte)
{
    /// <summary>Fewer have learned it than it takes.</summary>
    public bool SkillsLack => SkilledFte < Fte;

    public IEnumerable<(string Measure, double? Value)> Figures() => [("minutes", Minutes), ("minutesMeasuredOn", MinutesFiles), ("fte", Fte), ("skilledFte", SkilledFte)];
}
