using Anef.Staffing.ReportWorkload;
using CsCheck;

namespace Anef.Tests.Unit.Staffing;

public sealed class WithholdingFigures
{
    private static readonly Gen<ReportRow[]> Rows = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 9]).Select(t => Row("P", t.Item1, t.Item2, Math.Min(t.Item3, t.Item1 + t.Item2), t.Item4)).Array[1, 6];

    [Test]
    public void Neither_a_small_figure_nor_what_gives_it_away_is_left() => Rows.Sample(rows =>
    {
        var veiled = Discretion.Veil(With(rows)).Rows;
        var sums = veiled[^1];
        foreach (var row in veiled)
        {
            var balance = new[] { row.Opening, row.Inflow, row.Outflow, row.Closing };
            Assert.That(balance.OfType<int>(), Has.None.InRange(1, 4));
            Assert.That(balance.Count(v => v is null), Is.Not.EqualTo(1));
            Assert.That(row.PeopleInGap is > 0 and < 5, Is.False);
            if (row.Closing is null) Assert.That(row.OldestDays, Is.Null);
            if (row.PeopleInGap is null) Assert.That(row.GapDays, Is.Null);
        }
        foreach (var (figure, sum) in new (Func<ReportRow, int?>, int?)[] { (r => r.Opening, sums.Opening), (r => r.Inflow, sums.Inflow), (r => r.Outflow, sums.Outflow), (r => r.Closing, sums.Closing), (r => r.PeopleInGap, sums.PeopleInGap) })
            if (sum is not null) Assert.That(veiled.SkipLast(1).Count(r => figure(r) is null), Is.Not.EqualTo(1));
    });

    [Test]
    public void What_five_people_make_is_shown()
    {
        var report = With([Row("CJF", 5, 6, 5, 0), Row("SAL", 0, 0, 0, 0)]);
        Assert.That(Discretion.Veil(report).Rows[0], Is.EqualTo(report.Rows[0]).UsingPropertiesComparer());
    }

    [Test]
    public void Delays_of_four_decisions_are_not_shown_and_said_to_be_withheld()
    {
        var row = Row("CJF", 9, 9, 9, 0) with { DelaySample = 4, DelayP50 = 12, DelayP80 = 20, DelayP95 = 20 };
        var veiled = Discretion.Veil(With([row])).Rows[0];
        Assert.That((veiled.DelayP50, veiled.DelayP80, veiled.DelayP95, veiled.Withheld.Contains("delayP50")), Is.EqualTo(((int?)null, (int?)null, (int?)null, true)));
    }

    [Test]
    public void Days_of_four_officers_and_calls_of_four_people_are_not_shown_outside()
    {
        var sum = Row(ReportRow.Total, 9, 9, 9, 0) with { OfficerDays = 80, OfficersPresent = 3.6m, FilesPerOfficerDay = 0.4m, PhoneContacts = 40, CounterVisits = 12, People = (4, 4, 5) };
        var veiled = Discretion.Veil(new("42", "Loire", new(2026, 10, 1), new(2026, 10, 31), null, [sum])).Sum;
        Assert.That((veiled.OfficerDays, veiled.OfficersPresent, veiled.FilesPerOfficerDay, veiled.PhoneContacts, veiled.CounterVisits), Is.EqualTo(((int?)null, (decimal?)null, (decimal?)null, (int?)null, (int?)12)));
        Assert.That(veiled.Withheld, Is.SupersetOf(new[] { "officerDays", "officersPresent", "filesPerOfficerDay", "phoneContacts" }));
    }

    [Test]
    public void Inside_a_team_only_procedures_with_restricted_requests_are_veiled()
    {
        var report = With([Row("CJF", 3, 2, 1, 0), Row("OP", 1, 1, 0, 1), Row("SAL", 9, 9, 9, 0)]) with { Delicate = new HashSet<string> { "OP" } };
        var veiled = Discretion.VeilRestricted(report);
        Assert.Multiple(() =>
        {
            Assert.That((veiled.Rows[1].Opening, veiled.Rows[1].Inflow, veiled.Rows[1].Closing, veiled.Rows[1].OldestDays, veiled.Rows[1].GapDays), Is.EqualTo(((int?)null, (int?)null, (int?)null, (int?)null, (int?)null)));
            Assert.That(veiled.Rows[0].Closing, Is.Null, "else what is hidden would be what is left of the sum");
            Assert.That(veiled.Rows[2].Closing, Is.EqualTo(9));
            Assert.That((veiled.Sum.Opening, veiled.Sum.Inflow, veiled.Sum.Closing), Is.EqualTo(((int?)13, (int?)12, (int?)15)), "they count in the totals");
            Assert.That(Discretion.VeilRestricted(report with { Procedure = "OP" }).Sum.Opening, Is.EqualTo(13), "large sums are shown");
            Assert.That(Discretion.VeilRestricted(new("42", "Loire", report.From, report.To, null, [Row("OP", 1, 1, 0, 1), Row(ReportRow.Total, 1, 1, 0, 1)]) { Procedure = "OP", Delicate = report.Delicate }).Sum.Closing, Is.Null);
        });
    }

    private static ReportRow Row(string procedure, int opening, int inflow, int outflow, int gone) => new()
    {
        Procedure = procedure, Opening = opening, Inflow = inflow, Outflow = outflow, Closing = opening + inflow - outflow, OldestDays = 100, GapDays = gone * 3, PeopleInGap = gone,
        InflowBy = new Dictionary<string, int> { ["online"] = inflow }, OutflowBy = new Dictionary<string, int> { ["granted"] = outflow },
    };

    private static WorkloadReport With(ReportRow[] rows) => new("42", "Loire", new(2026, 10, 1), new(2026, 10, 31), null,
        [.. rows, Row(ReportRow.Total, rows.Sum(r => r.Opening!.Value), rows.Sum(r => r.Inflow!.Value), rows.Sum(r => r.Outflow!.Value), rows.Sum(r => r.PeopleInGap!.Value))]);
}
