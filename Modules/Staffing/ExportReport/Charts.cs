using System.Globalization;
using Anef.Staffing.ReportWorkload;
using ScottPlot;

namespace Anef.Staffing.ExportReport;

/// <summary>Bars drawn from a report: each says in words what it shows, and the tables beside it have the same numbers.</summary>
internal static class Charts
{
    private const int Most = 10;
    private static readonly Color Blue = Color.FromHex("#000091");
    private static readonly Color Red = Color.FromHex("#C9191E");
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static IReadOnlyList<Chart> Of(WorkloadReport report)
    {
        Typefaces.Prepare();
        return [.. new[] { Flow(report), Stock(report), Delays(report) }.OfType<Chart>()];
    }

    private static Chart? Flow(WorkloadReport report)
    {
        var sum = report.Sum;
        (string Word, int? Value)[] bars = [("Stock au début", sum.Opening), ("Entrées", sum.Inflow), ("Sorties", sum.Outflow), ("Stock à la fin", sum.Closing)];
        if (bars.All(b => b.Value is null or 0)) return null;
        var known = bars.Where(b => b.Value is not null).ToList();
        var plot = Empty("Stock, entrées et sorties (demandes)");
        plot.Add.Bars(known.Select((b, i) => Bar(i, b.Value!.Value, Blue)).ToList());
        plot.Axes.Bottom.SetTicks([.. known.Select((_, i) => (double)i)], [.. known.Select(b => b.Word)]);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.EmptyTickGenerator();
        plot.Axes.Margins(left: 0.1, right: 0.1, bottom: 0, top: 0.2);
        return new("flux", "Stock, entrées et sorties", string.Join(", ", known.Select(b => $"{b.Word} : {b.Value}")), plot, 320);
    }

    private static Chart? Stock(WorkloadReport report)
    {
        var rows = report.Told.Where(r => r.Closing > 0).OrderByDescending(r => r.Closing).Take(Most).ToList();
        if (rows.Count == 0) return null;
        var plot = Lying("Stock à la fin, par démarche (demandes)", rows);
        Lay(plot, rows.Select((r, i) => Bar(-i, r.Closing!.Value, Blue)));
        return new("stock", "Stock à la fin, par démarche", string.Join(", ", rows.Select(r => $"{r.Name} : {r.Closing}")), plot, 120 + (36 * rows.Count));
    }

    private static Chart? Delays(WorkloadReport report)
    {
        var rows = report.Told.Where(r => r.DelayP50 is not null).OrderByDescending(r => r.DelaySample).Take(Most).ToList();
        if (rows.Count == 0) return null;
        var plot = Lying("Délais de décision, hors attente de la personne (jours)", rows);
        Lay(plot, rows.Select((r, i) => Bar(-i + 0.2, r.DelayP50!.Value, Blue, 0.36))).LegendText = "une décision sur deux (P50)";
        Lay(plot, rows.Select((r, i) => Bar(-i - 0.2, r.DelayP80!.Value, Red, 0.36))).LegendText = "quatre décisions sur cinq (P80)";
        plot.ShowLegend(Edge.Bottom);
        return new("delais", "Délais de décision", string.Join(", ", rows.Select(r => $"{r.Name} : {r.DelayP50} jours pour une décision sur deux, {r.DelayP80} pour quatre sur cinq")), plot, 170 + (48 * rows.Count));
    }

    private static Plot Empty(string title)
    {
        var plot = new Plot();
        plot.Title(title, 15);
        plot.Font.Set(Typefaces.Family);
        plot.HideGrid();
        return plot;
    }

    /// <summary>One line a procedure, the first on top.</summary>
    private static Plot Lying(string title, List<ReportRow> rows)
    {
        var plot = Empty(title);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.EmptyTickGenerator();
        plot.Axes.Left.SetTicks([.. rows.Select((_, i) => (double)-i)], [.. rows.Select(r => r.Procedure)]);
        return plot;
    }

    private static ScottPlot.Plottables.BarPlot Lay(Plot plot, IEnumerable<Bar> bars)
    {
        var laid = plot.Add.Bars(bars.ToList());
        laid.Horizontal = true;
        plot.Axes.Margins(left: 0, right: 0.15);
        return laid;
    }

    private static Bar Bar(double position, int value, Color color, double size = 0.7) =>
        new() { Position = position, Value = value, FillColor = color, LineColor = color, Size = size, Label = value.ToString("N0", French) };
}
