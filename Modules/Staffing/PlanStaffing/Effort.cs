using System.Text.Json;

namespace Anef.Staffing.PlanStaffing;

/// <summary>The ministry's reference of what work takes, dated. Files <c>Data/effort.v{number}.json</c>: the newest that has begun holds.</summary>
internal sealed record Effort(int Version, DateOnly EffectiveFrom, PersonEffort Person, double Growth, double Renewed, IReadOnlyDictionary<string, double[]> Curves, IReadOnlyList<ProcedureEffort> Procedures)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly IReadOnlyList<Effort> All = Read();

    /// <summary>What a procedure takes of which nothing is written.</summary>
    private static readonly ProcedureEffort Usual = new("", 40, "flat", 0, 8, 45);

    public static Effort On(DateOnly day) => All.LastOrDefault(e => e.EffectiveFrom <= day) ?? All[0];

    public ProcedureEffort Of(string code) => Procedures.FirstOrDefault(p => p.Code == code) ?? Usual with { Code = code };

    /// <summary>Shares of a year that fall in each month.</summary>
    public double[] CurveOf(string code)
    {
        var curve = Curves[Of(code).Curve];
        var sum = curve.Sum();
        return [.. curve.Select(month => month / sum)];
    }

    /// <summary>A procedure's share of the national flow.</summary>
    public double ShareOf(string code) => Of(code).Share / (double)Procedures.Sum(p => p.Share);

    private static IReadOnlyList<Effort> Read()
    {
        var assembly = typeof(Effort).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith("effort.v", StringComparison.Ordinal)).Select(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            return JsonSerializer.Deserialize<Effort>(stream, Json)!;
        }).OrderBy(e => e.EffectiveFrom).ThenBy(e => e.Version)];
    }
}

/// <param name="HoursPerDay">That a day of presence gives to files.</param>
/// <param name="LeaveDays">Working days of leave and training in a year.</param>
/// <param name="Absence">Percent of days lost unforeseen.</param>
/// <param name="LeaveByMonth">How leave is spread; 1 is the mean.</param>
internal sealed record PersonEffort(double HoursPerDay, double LeaveDays, double Absence, double[] LeaveByMonth);

/// <param name="Share">Of the national flow, in thousandths.</param>
/// <param name="AtRisk">Percent of files whose cover depends on an officer.</param>
internal sealed record ProcedureEffort(string Code, double Minutes, string Curve, int Share, double AtRisk, int AlertDays);
