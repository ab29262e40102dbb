using System.Globalization;
using Anef.Staffing.ReportWorkload;

namespace Anef.Staffing.ExportReport;

/// <summary>One figure of a row, with its name for programs and for people.</summary>
internal sealed record Column(string Key, string Header, Func<ReportRow, decimal?> Value)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>It is kept where there is a desk that records it: nothing recorded is not none.</summary>
    public bool Recorded { get; init; }

    /// <summary>As people read it: a dash where there was nothing to measure.</summary>
    public string Text(ReportRow row) => Value(row) is { } value ? value.ToString(value == decimal.Truncate(value) ? "N0" : "N2", French) : Absent(row) is { Length: > 0 } why ? why : "–";

    /// <summary>Why there is no figure; empty where there was nothing to measure.</summary>
    public string Absent(ReportRow row) => row.Withheld.Contains(Key) ? "moins de 5" : Recorded && row.Procedure == ReportRow.Total ? "non enregistré" : "";
}

/// <summary>Figures that are read together.</summary>
internal sealed record ColumnGroup(string Title, IReadOnlyList<Column> Columns)
{
    /// <summary>What they mean, where their names do not say it.</summary>
    public string? Note { get; init; }

    /// <summary>They are of no procedure.</summary>
    public bool OfTotal { get; init; }

    /// <summary>Rows that have them.</summary>
    public IEnumerable<ReportRow> RowsOf(WorkloadReport report) => OfTotal ? [report.Sum] : report.Told.Append(report.Sum);
}

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

    private static readonly IReadOnlyList<Column> Officers =
    [
        new("officerDays", "Jours-agents", r => r.OfficerDays) { Recorded = true }, new("officersPresent", "Agents présents par jour ouvré, en moyenne", r => r.OfficersPresent) { Recorded = true },
        new("filesPerOfficerDay", "Demandes décidées par jour-agent", r => r.FilesPerOfficerDay),
    ];

    private static readonly IReadOnlyList<Column> Contacts =
    [
        new("phoneContacts", "Contacts par téléphone", r => r.PhoneContacts) { Recorded = true }, new("counterVisits", "Passages au guichet", r => r.CounterVisits) { Recorded = true },
    ];

    private static readonly Dictionary<string, string> Words = new()
    {
        ["online"] = "en ligne", ["counter"] = "au guichet", ["welcomePoint"] = "au point d'accueil", ["post"] = "par courrier", ["letter"] = "par courrier", ["partner"] = "par un partenaire", ["transferredIn"] = "transférées ici", ["requalifiedIn"] = "requalifiées",
        ["granted"] = "accordées", ["refused"] = "refusées", ["withdrawn"] = "retirées", ["closed"] = "closes", ["transferredOut"] = "transférées ailleurs", ["requalifiedOut"] = "requalifiées",
    };

    public static IReadOnlyList<ColumnGroup> Of(WorkloadReport report) =>
    [
        new("Stock, entrées et sorties", Stock),
        new("Entrées par canal, sorties par issue", [.. Parts(report, "Entrées", "inflow", r => r.InflowBy), .. Parts(report, "Sorties", "outflow", r => r.OutflowBy)]),
        new("Âge du stock", Ages),
        new("Délais, hors attente de la personne", Delays),
        new("Attestations et droits", Rights),
        .. Desk(report),
    ];

    /// <summary>Neither is told of a site or of a procedure; whoever answers and receives is in no team.</summary>
    private static IEnumerable<ColumnGroup> Desk(WorkloadReport report)
    {
        if (report.Site is not null || report.Procedure is not null) yield break;
        yield return new("Agents présents", Officers)
        {
            OfTotal = true, Note = "Un jour-agent : un jour où un agent a ouvert un dossier de la préfecture ou agi sur un dossier, d'après le journal des consultations. Qui n'en a ouvert aucun ce jour-là n'est pas compté, qu'il ait été absent ou occupé à autre chose.",
        };
        if (report.Team is null)
            yield return new("Accueil", Contacts)
            {
                OfTotal = true, Note = "Une personne pour qui un agent du centre de contact ou de l'accueil a ouvert un dossier, ou un contact noté sur un dossier : un par jour, par personne et par agent. Les appels perdus ou sans dossier ouvert ne sont pas enregistrés.",
            };
    }

    private static IEnumerable<Column> Parts(WorkloadReport report, string word, string key, Func<ReportRow, IReadOnlyDictionary<string, int>?> of) =>
        report.Rows.SelectMany(r => of(r)?.Keys ?? []).Distinct().Order(StringComparer.Ordinal)
            .Select(part => new Column($"{key}By", $"{word} {Words.GetValueOrDefault(part, part)}", r => of(r) is { } parts ? parts.GetValueOrDefault(part) : null));
}
