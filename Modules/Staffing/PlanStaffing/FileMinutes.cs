namespace Anef.Staffing.PlanStaffing;

/// <summary>Minutes that a file takes: as supposed; else as measured in the prefecture, where enough files are known; else the ministry's reference.</summary>
internal sealed class FileMinutes(PlaceHistory history, Effort effort)
{
    /// <summary>Fewer files say too little [D].</summary>
    public const int Enough = 30;

    private readonly Dictionary<string, (double Minutes, int Files)> _measured = history.Spent.GroupBy(s => s.Procedure)
        .Select(g => (g.Key, Files: g.Sum(s => s.Count), Minutes: Median([.. g]))).Where(m => m.Files >= Enough).ToDictionary(m => m.Key, m => (m.Minutes, m.Files));

    public EffortMinutes Known(string code) => _measured.TryGetValue(code, out var own) ? new(own.Minutes, EffortMinutes.Measured, own.Files) : new(effort.Of(code).Minutes, EffortMinutes.Reference, null);

    public EffortMinutes Of(string code, PlanSettings settings) => settings.Minutes.TryGetValue(code, out var said) ? new(said, EffortMinutes.Supposed, null) : Known(code);

    private static double Median(List<Spent> spent)
    {
        var (below, half) = (0, (spent.Sum(s => s.Count) + 1) / 2);
        foreach (var (_, seconds, count) in spent.OrderBy(s => s.Seconds))
            if ((below += count) >= half) return Math.Max(0.5, Math.Round(seconds / 60.0, 1));
        return 0;
    }
}

/// <param name="Source"><see cref="Measured"/>, <see cref="Reference"/> or <see cref="Supposed"/>.</param>
/// <param name="Files">On which it was measured.</param>
internal readonly record struct EffortMinutes(double Minutes, string Source, int? Files)
{
    public const string Measured = "measured", Reference = "reference", Supposed = "supposed";
}
