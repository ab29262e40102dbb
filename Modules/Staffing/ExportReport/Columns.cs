using System.Globalization;
using Anef.Staffing.ReportWorkload;

namespace Anef.Staffing.ExportReport;

/// <summary>One figure of a row, with its name for programs and for people.</summary>
internal sealed record Column(string Key, string Header, Func<ReportRow, decimal?> Value)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>As people read it: a dash where there was nothing to measure.</summary>
    public string Text(ReportRow row) => Value(row) is { } value ? value.ToString(value == decimal.Truncate(value) ? "N0" : "N2", French) : row.Withheld.Contains(Key) ? "moins de 5" : "–";
}

/// <summary>Figures that are read together.</summary>
internal sealed record ColumnGroup(string Title, IReadOnlyList<Column> Columns);

/// <summary>The figures of a report, in the order in which every format writes them.</summary>
internal static class Columns
{
    private static readonly IReadOnlyList<Column> Stock =
    [
        new("opening", "Stock au début", r => r.Opening), new("inflow", "Entrées", r => r.Inflow), new("outflow", "Sorties", r => r.Outflow), new("closing", "Stock à la fin", r => r.Closing),
    ];

    private static readonly IReadOnlyList<Column> Ages =
    [
        new("ageQ1", "Âge du stock, 1er quartile (jours)", r => r.AgeQ1), new("ageMedian", "Âge médian (jours)", r => r.AgeMedian), new("ageQ3", "3e quartile (jours)", r => r.AgeQ3),
        new("oldestDays", "Demande la plus ancienne (jours)", r => r.OldestDays),
    ];

    private static readonly IReadOnlyList<Column> Delays =
    [
        new("delaySample", "Décisions notifiées", r => r.DelaySample), new("delayP50", "Délai P50 (jours)", r => r.DelayP50), new("delayP80", "Délai P80 (jours)", r => r.DelayP80), new("delayP95", "Délai P95 (jours)", r => r.DelayP95),
        new("completenessSample", "Demandes devenues complètes", r => r.CompletenessSample), new("completenessP50", "Complétude P50 (jours)", r => r.CompletenessP50), new("completenessP80", "Complétude P80 (jours)", r => r.CompletenessP80),
        new("documentRequestsPerFile", "Demandes de pièces par dossier", r => r.DocumentRequestsPerFile),
    ];

    private static readonly IReadOnlyList<Column> Rights =
    [
        new("attestationsIssued", "Attestations délivrées", r => r.AttestationsIssued), new("renewalsIssued", "dont renouvellements", r => r.RenewalsIssued), new("peopleCovered", "Personnes couvertes", r => r.PeopleCovered),
        new("gapDays", "Jours sans couverture", r => r.GapDays), new("peopleInGap", "Personnes sans couverture", r => r.PeopleInGap), new("silentRefusals", "Dates légales passées en silence", r => r.SilentRefusals),
        new("partnerDeadlinesKept", "Délais des partenaires tenus", r => r.PartnerDeadlinesKept), new("partnerDeadlinesMissed", "Délais des partenaires dépassés", r => r.PartnerDeadlinesMissed),
    ];

    private static readonly Dictionary<string, string> Words = new()
    {
        ["online"] = "en ligne", ["counter"] = "au guichet", ["post"] = "par courrier", ["letter"] = "par courrier", ["partner"] = "par un partenaire", ["transferredIn"] = "transférées ici", ["requalifiedIn"] = "requalifiées",
        ["granted"] = "accordées", ["refused"] = "refusées", ["withdrawn"] = "retirées", ["closed"] = "closes", ["transferredOut"] = "transférées ailleurs", ["requalifiedOut"] = "requalifiées",
    };

    public static IReadOnlyList<ColumnGroup> Of(WorkloadReport report) =>
    [
        new("Stock, entrées et sorties", Stock),
        new("Entrées par canal, sorties par issue", [.. Parts(report, "Entrées", "inflow", r => r.InflowBy), .. Parts(report, "Sorties", "outflow", r => r.OutflowBy)]),
        new("Âge du stock", Ages),
        new("Délais, hors attente de la personne", Delays),
        new("Attestations et droits", Rights),
    ];

    private static IEnumerable<Column> Parts(WorkloadReport report, string word, string key, Func<ReportRow, IReadOnlyDictionary<string, int>?> of) =>
        report.Rows.SelectMany(r => of(r)?.Keys ?? []).Distinct().Order(StringComparer.Ordinal)
            .Select(part => new Column($"{key}By", $"{word} {Words.GetValueOrDefault(part, part)}", r => of(r) is { } parts ? parts.GetValueOrDefault(part) : null));
}
