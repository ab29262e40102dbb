using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Rules;
using Anef.Staffing.Domain;
using Anef.Staffing.ReportWorkload;
using Anef.Tests.Support;
using static Anef.Tests.Integration.Reports.Histories;
using Report = Anef.Staffing.ReportWorkload.ReportWorkload;

namespace Anef.Tests.Integration.Reports;

public sealed class CountingTheWorkload(DatabaseProvider provider) : OnEachProvider(provider)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task A_small_history_gives_the_figures_that_a_hand_finds()
    {
        await using var house = await Build(Now);
        await WriteSmallHistory(house);
        var report = await house.October();
        var (cjf, sal, total) = (report.Rows.Single(r => r.Procedure == "CJF"), report.Rows.Single(r => r.Procedure == "SAL"), report.Sum);
        using var _ = Assert.EnterMultipleScope();
        Assert.That((cjf.Opening, cjf.Inflow, cjf.Outflow, cjf.Closing), Is.EqualTo((3, 2, 2, 3)));
        Assert.That(cjf.InflowBy, Is.EquivalentTo(new Dictionary<string, int> { ["online"] = 1, ["transferredIn"] = 1 }));
        Assert.That(cjf.OutflowBy, Is.EquivalentTo(new Dictionary<string, int> { ["granted"] = 1, ["refused"] = 1 }));
        // In stock at the end: filed on 1 September (60 days), 1 October (30) and 1 January (303).
        Assert.That((cjf.AgeQ1, cjf.AgeMedian, cjf.AgeQ3, cjf.OldestDays), Is.EqualTo((30, 60, 303, 303)));
        Assert.That((cjf.DelaySample, cjf.DelayP50, cjf.DelayP80, cjf.DelayP95), Is.EqualTo((2, 40, 90, 90)));
        Assert.That((cjf.CompletenessSample, cjf.CompletenessP50, cjf.DocumentRequestsPerFile), Is.EqualTo((1, 4, 1.5m)));
        Assert.That((cjf.AttestationsIssued, cjf.RenewalsIssued, cjf.PeopleCovered), Is.EqualTo((3, 1, 2)));
        Assert.That((cjf.GapDays, cjf.PeopleInGap, cjf.SilentRefusals), Is.EqualTo((5 + 2, 2, 1)));
        Assert.That((sal.Opening, sal.Inflow, sal.Outflow, sal.Closing, sal.OldestDays, sal.DelayP50), Is.EqualTo((0, 1, 1, 0, (int?)null, (int?)null)));
        Assert.That((total.Opening, total.Inflow, total.Outflow, total.Closing, total.PeopleCovered, total.GapDays), Is.EqualTo((3, 3, 3, 3, 2, 7)));
        Assert.That((total.PartnerDeadlinesKept, total.PartnerDeadlinesMissed), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task A_random_history_gives_what_plain_SQL_counts()
    {
        await using var house = await Build(Now);
        var random = new Random(5);
        await house.Write(Enumerable.Range(0, 800).SelectMany(_ => Wander(random, Day("2026-03-01").DayNumber, 240)));
        foreach (var prefecture in new[] { "42", "43", null })
        {
            var report = await house.Ask<Report.Request, WorkloadReport>(new(prefecture, Day("2026-10-01"), Day("2026-10-31")));
            foreach (var row in report.Rows.Where(r => r.Procedure is "CJF" or "SAL" or ReportRow.Total))
                Assert.That((row.Opening, row.Inflow, row.Outflow, row.Closing, row.DelaySample, row.DelayP50, row.DelayP80, row.OldestDays, row.SilentRefusals),
                    Is.EqualTo(await new PlainSql(house, prefecture, row.Procedure, "2026-10-01", "2026-10-31").Figures()), $"{prefecture} {row.Procedure}");
        }
    }

    [Test]
    public async Task Days_beyond_the_borders_of_a_period_are_not_its_own()
    {
        await using var house = await Build(Now);
        await house.Write(Stay("CJF", "2026-09-30", "2026-10-01", Exit.Granted), Stay("CJF", "2026-10-31", "2026-11-01", Exit.Granted), Stay("CJF", "2026-10-05", "2026-10-05", Exit.Closed));
        var row = (await house.October()).Sum;
        Assert.That((row.Opening, row.Inflow, row.Outflow, row.Closing), Is.EqualTo((1, 2, 2, 1)));
    }

    [Test]
    public async Task A_passage_that_ends_before_it_begins_is_named_and_no_figure_is_given()
    {
        await using var house = await Build(Now);
        var wrong = Stay("CJF", "2026-10-20", "2026-10-02", Exit.Granted);
        await house.Write(wrong, Stay("CJF", "2026-10-01"), Stay("SAL", "2026-11-20", "2026-10-30", Exit.Closed, prefecture: "43"));
        Assert.That(() => house.Ask<Report.Request, WorkloadReport>(new("42", Day("2026-10-10"), Day("2026-10-31"))), Throws.InstanceOf<UnbalancedStock>().With.Message.Contains($"{wrong.ApplicationId}/0").And.Message.Contains("CJF"));
    }

    [Test]
    public async Task A_site_and_a_procedure_have_figures_of_their_own()
    {
        await using var house = await Build(Now);
        var there = new Stay { ApplicationId = Guid.CreateVersion7(), Prefecture = "42", Procedure = "CJF", Site = "Roanne", FromDay = Day("2026-10-02").DayNumber, FiledDay = Day("2026-10-02").DayNumber, Channel = "online" };
        await house.Write(there, Stay("CJF", "2026-10-03"), Stay("SAL", "2026-10-03"));
        var (roanne, sal) = (await house.October(site: "Roanne"), await house.October(procedure: "SAL"));
        Assert.That((roanne.Sum.Inflow, sal.Sum.Inflow, sal.Rows.Count), Is.EqualTo((1, 1, 2)));
    }

    [TestCase("999", "2026-10-01", "2026-10-31", "staffing.unknown-prefecture")]
    [TestCase("42", "2026-10-31", "2026-10-01", "staffing.period-reversed")]
    [TestCase("42", "2026-12-01", "2026-12-31", "staffing.period-ahead")]
    public async Task What_cannot_be_asked_is_refused(string prefecture, string from, string to, string code)
    {
        await using var house = await Build(Now);
        Assert.That(() => house.Ask<Report.Request, WorkloadReport>(new(prefecture, Day(from), Day(to))), Throws.InstanceOf<RuleBroken>().With.Property(nameof(RuleBroken.Code)).EqualTo(code));
    }

    [Test]
    public async Task A_period_under_way_is_aged_by_today()
    {
        await using var house = await Build(Now);
        await house.Write(Stay("CJF", "2026-10-31"));
        var report = await house.Ask<Report.Request, WorkloadReport>(new("42", Day("2026-11-01"), Day("2026-11-30")));
        Assert.That(report.Sum.OldestDays, Is.EqualTo(2));
    }

    private static Task WriteSmallHistory(AnefHouse house)
    {
        var (one, two) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var granted = new Stay
        {
            ApplicationId = Guid.CreateVersion7(), Prefecture = "42", Procedure = "CJF", Channel = "online", FromDay = Day("2026-08-01").DayNumber, FiledDay = Day("2026-08-01").DayNumber, CompleteDay = Day("2026-08-05").DayNumber,
            CompletenessDays = 4, UntilDay = Day("2026-10-31").DayNumber, UntilBy = Exit.Granted, DecisionDays = 40, DocumentRequests = 1, SilenceDay = Day("2026-10-10").DayNumber,
        };
        var refused = new Stay
        {
            ApplicationId = Guid.CreateVersion7(), Prefecture = "42", Procedure = "CJF", Channel = "counter", FromDay = Day("2026-10-01").DayNumber, FromBy = Entry.TransferredIn, FiledDay = Day("2026-06-01").DayNumber,
            UntilDay = Day("2026-10-01").DayNumber, UntilBy = Exit.Refused, DecisionDays = 90, DocumentRequests = 2,
        };
        var complete = new Stay
        {
            ApplicationId = Guid.CreateVersion7(), Prefecture = "42", Procedure = "CJF", Channel = "online", FromDay = Day("2026-10-01").DayNumber, FiledDay = Day("2026-10-01").DayNumber, CompleteDay = Day("2026-10-05").DayNumber, CompletenessDays = 4,
        };
        return house.Write(granted, refused, complete, Stay("CJF", "2026-09-01"), Stay("CJF", "2026-01-01"), Stay("SAL", "2026-10-03", "2026-10-20", Exit.Withdrawn), Stay("CJF", "2026-07-01", "2026-09-30", Exit.Granted), Stay("CJF", "2026-11-01"),
            Stay("CJF", "2026-09-01", prefecture: "43"),
            Attestation(one, "CJF", "2026-10-01"), Attestation(one, "CJF", "2026-10-31", renewal: true), Attestation(two, "CJF", "2026-10-12"), Attestation(two, "CJF", "2026-10-12", kind: "FilingConfirmation"),
            Attestation(two, "CJF", "2026-09-30"), Attestation(two, "CJF", "2026-10-12", prefecture: "43"),
            Gap(one, "CJF", "2026-09-20", "2026-10-05"), Gap(two, "CJF", "2026-10-30", "2026-11-03"), Gap(two, "CJF", "2026-09-01", "2026-09-30"),
            Deadline("2026-10-15", "2026-10-15"), Deadline("2026-10-15", "2026-10-16"), Deadline("2026-10-20", null), Deadline("2026-11-20", null));
    }
}
