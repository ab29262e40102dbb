namespace Anef.Staffing.ReportWorkload;

/// <summary>What is shown outside a team: no figure that fewer than five people make, and none from which such a one could be reckoned. Inside it, the same of procedures under which restricted requests are counted: these are in the totals, and nobody finds them again.</summary>
internal sealed class Discretion
{
    public const int Fewest = 5;
    private static readonly string[] Balance = ["opening", "inflow", "outflow", "closing"];

    /// <summary>Figures, with how many people make them.</summary>
    private static readonly (string Key, Func<ReportRow, int> People)[] Figures =
    [
        ("opening", r => r.Opening ?? 0), ("inflow", r => r.Inflow ?? 0), ("outflow", r => r.Outflow ?? 0), ("closing", r => r.Closing ?? 0), ("inflowBy", r => Smallest(r.InflowBy)), ("outflowBy", r => Smallest(r.OutflowBy)),
        ("delaySample", r => r.DelaySample ?? 0), ("completenessSample", r => r.CompletenessSample ?? 0), ("peopleCovered", r => r.PeopleCovered ?? 0), ("renewalsIssued", r => r.RenewalsIssued ?? 0),
        ("peopleInGap", r => r.PeopleInGap ?? 0), ("silentRefusals", r => r.SilentRefusals ?? 0), ("partnerDeadlinesKept", r => r.PartnerDeadlinesKept ?? 0), ("partnerDeadlinesMissed", r => r.PartnerDeadlinesMissed ?? 0),
        ("officerDays", r => r.People.Officers), ("phoneContacts", r => r.People.Phone), ("counterVisits", r => r.People.Counter),
    ];

    private readonly IReadOnlyList<ReportRow> _rows;
    private readonly Dictionary<string, Func<ReportRow, int>> _people = Figures.ToDictionary(f => f.Key, f => f.People);
    private readonly HashSet<(int Row, string Key)> _hidden = [];

    private Discretion(IReadOnlyList<ReportRow> rows) => _rows = rows;

    /// <summary>As it is shown outside.</summary>
    public static WorkloadReport Veil(WorkloadReport report) => Veil(report, _ => true);

    /// <summary>As the team sees it.</summary>
    public static WorkloadReport VeilRestricted(WorkloadReport report) =>
        report.Delicate.Count == 0 ? report : Veil(report, row => row.Procedure == ReportRow.Total ? report.Procedure is not null : report.Delicate.Contains(row.Procedure));

    private static WorkloadReport Veil(WorkloadReport report, Func<ReportRow, bool> delicate)
    {
        var discretion = new Discretion(report.Rows);
        discretion.Hide(delicate);
        return report with { Rows = [.. report.Rows.Select((row, i) => Without(row, [.. discretion._hidden.Where(h => h.Row == i).Select(h => h.Key)]))] };
    }

    private void Hide(Func<ReportRow, bool> delicate)
    {
        for (var row = 0; row < _rows.Count; row++)
            foreach (var (key, people) in Figures)
                if (delicate(_rows[row]) && people(_rows[row]) is > 0 and < Fewest) _hidden.Add((row, key));
        int before;
        do
        {
            before = _hidden.Count;
            foreach (var (key, _) in Figures) HideInColumn(key);
            for (var row = 0; row < _rows.Count; row++) HideInRow(row);
        }
        while (_hidden.Count > before);
    }

    /// <summary>One that is hidden alone would be the sum without the others: a second one goes, else the sum.</summary>
    private void HideInColumn(string key)
    {
        var total = _rows.Count - 1;
        if (_hidden.Contains((total, key)) || Enumerable.Range(0, total).Count(row => _hidden.Contains((row, key))) != 1) return;
        var second = Enumerable.Range(0, total).Where(row => !_hidden.Contains((row, key)) && _people[key](_rows[row]) > 0).OrderBy(row => _people[key](_rows[row])).Select(row => (int?)row).FirstOrDefault();
        _hidden.Add((second ?? total, key));
    }

    /// <summary>The same along the balance of a row.</summary>
    private void HideInRow(int row)
    {
        if (Balance.Count(key => _hidden.Contains((row, key))) != 1) return;
        var second = Balance.Where(key => !_hidden.Contains((row, key))).OrderBy(key => _people[key](_rows[row]) == 0).ThenBy(key => _people[key](_rows[row])).First();
        _hidden.Add((row, second));
    }

    private static int Smallest(IReadOnlyDictionary<string, int>? parts) => parts?.Values.Where(v => v > 0).DefaultIfEmpty(0).Min() ?? 0;

    private static ReportRow Without(ReportRow row, HashSet<string> hidden)
    {
        if (hidden.Count == 0) return row;
        With("inflow", "inflowBy");
        With("outflow", "outflowBy", "documentRequestsPerFile");
        With("closing", "ageQ1", "ageMedian", "ageQ3", "oldestDays");
        With("delaySample", "delayP50", "delayP80", "delayP95");
        With("completenessSample", "completenessP50", "completenessP80");
        With("peopleCovered", "attestationsIssued", "renewalsIssued");
        With("peopleInGap", "gapDays");
        With("officerDays", "officersPresent", "filesPerOfficerDay");
        return Blank(row, hidden) with { Withheld = [.. row.Withheld.Union(hidden).Order(StringComparer.Ordinal)] };

        void With(string key, params ReadOnlySpan<string> others)
        {
            if (!hidden.Contains(key)) return;
            foreach (var other in others) hidden.Add(other);
        }
    }

    private static ReportRow Blank(ReportRow r, HashSet<string> hidden)
    {
        return r with
        {
            Opening = Shown("opening", r.Opening),
            Inflow = Shown("inflow", r.Inflow),
            Outflow = Shown("outflow", r.Outflow),
            Closing = Shown("closing", r.Closing),
            InflowBy = hidden.Contains("inflowBy") ? null : r.InflowBy,
            OutflowBy = hidden.Contains("outflowBy") ? null : r.OutflowBy,
            AgeQ1 = Shown("ageQ1", r.AgeQ1),
            AgeMedian = Shown("ageMedian", r.AgeMedian),
            AgeQ3 = Shown("ageQ3", r.AgeQ3),
            OldestDays = Shown("oldestDays", r.OldestDays),
            DelaySample = Shown("delaySample", r.DelaySample),
            DelayP50 = Shown("delayP50", r.DelayP50),
            DelayP80 = Shown("delayP80", r.DelayP80),
            DelayP95 = Shown("delayP95", r.DelayP95),
            CompletenessSample = Shown("completenessSample", r.CompletenessSample),
            CompletenessP50 = Shown("completenessP50", r.CompletenessP50),
            CompletenessP80 = Shown("completenessP80", r.CompletenessP80),
            DocumentRequestsPerFile = hidden.Contains("documentRequestsPerFile") ? null : r.DocumentRequestsPerFile,
            AttestationsIssued = Shown("attestationsIssued", r.AttestationsIssued),
            RenewalsIssued = Shown("renewalsIssued", r.RenewalsIssued),
            PeopleCovered = Shown("peopleCovered", r.PeopleCovered),
            GapDays = Shown("gapDays", r.GapDays),
            PeopleInGap = Shown("peopleInGap", r.PeopleInGap),
            SilentRefusals = Shown("silentRefusals", r.SilentRefusals),
            PartnerDeadlinesKept = Shown("partnerDeadlinesKept", r.PartnerDeadlinesKept),
            PartnerDeadlinesMissed = Shown("partnerDeadlinesMissed", r.PartnerDeadlinesMissed),
            OfficerDays = Shown("officerDays", r.OfficerDays),
            OfficersPresent = hidden.Contains("officersPresent") ? null : r.OfficersPresent,
            FilesPerOfficerDay = hidden.Contains("filesPerOfficerDay") ? null : r.FilesPerOfficerDay,
            PhoneContacts = Shown("phoneContacts", r.PhoneContacts),
            CounterVisits = Shown("counterVisits", r.CounterVisits),
        };

        int? Shown(string key, int? value) => hidden.Contains(key) ? null : value;
    }
}
