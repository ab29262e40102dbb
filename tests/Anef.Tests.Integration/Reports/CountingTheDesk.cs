using System.Globalization;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Rules;
using Anef.Staffing.Domain;
using Anef.Staffing.ReportWorkload;
using Anef.Tests.Support;
using static Anef.Tests.Integration.Reports.Histories;
using Report = Anef.Staffing.ReportWorkload.ReportWorkload;

namespace Anef.Tests.Integration.Reports;

/// <summary>Who was at work, who was received, and of which team a report tells.</summary>
public sealed class CountingTheDesk(DatabaseProvider provider) : OnEachProvider(provider)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid Ada = Guid.CreateVersion7(), Bo = Guid.CreateVersion7(), Cy = Guid.CreateVersion7();

    [Test]
    public async Task A_small_history_gives_the_figures_that_a_hand_finds()
    {
        await using var house = await Build(Now);
        await house.Write(Stay("CJF", "2026-08-01", "2026-10-05", Exit.Granted), Stay("CJF", "2026-08-01", "2026-10-06", Exit.Refused), Stay("SAL", "2026-08-01", "2026-10-07", Exit.Granted), Stay("SAL", "2026-08-01", "2026-10-08", Exit.Withdrawn));
        // Two days of Ada, three of Bo; those of September and of another prefecture are not October's here.
        await house.Write(At(Ada, "2026-10-01"), At(Ada, "2026-10-31"), At(Bo, "2026-10-01"), At(Bo, "2026-10-02"), At(Bo, "2026-10-05"), At(Cy, "2026-09-30"), At(Ada, "2026-10-01", "43"), At(Cy, "2026-10-09", "43"));
        var (one, two) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await house.Write(Met(one, "2026-10-01", "phone"), Met(one, "2026-10-02", "phone"), Met(two, "2026-10-31", "phone"), Met(two, "2026-11-01", "phone"), Met(two, "2026-09-30", "counter"), Met(two, "2026-10-03", "mail"));
        var here = (await house.October()).Sum;
        var there = (await house.Ask<Report.Request, WorkloadReport>(new("43", Day("2026-10-01"), Day("2026-10-31")))).Sum;
        var country = (await house.Ask<Report.Request, WorkloadReport>(new(null, Day("2026-10-01"), Day("2026-10-31")))).Sum;
        using var _ = Assert.EnterMultipleScope();
        // October 2026 has 22 working days; three requests were decided.
        Assert.That((here.OfficerDays, here.OfficersPresent, here.FilesPerOfficerDay), Is.EqualTo((5, 0.2m, 0.6m)));
        Assert.That((here.PhoneContacts, here.CounterVisits, here.People), Is.EqualTo((3, 0, (2, 2, 0))), "counters are recorded since September, and met nobody in October");
        Assert.That((there.OfficerDays, there.PhoneContacts, there.CounterVisits), Is.EqualTo((2, (int?)null, (int?)null)), "nothing was ever recorded there");
        Assert.That((country.OfficerDays, country.PhoneContacts), Is.EqualTo((6, 3)), "who works for two prefectures on a day is one person");
    }

    [Test]
    public async Task Where_nothing_was_recorded_nothing_is_said_and_one_officer_is_not_shown()
    {
        await using var house = await Build(Now);
        await house.Write(Stay("CJF", "2026-08-01", "2026-10-05", Exit.Granted));
        var before = (await house.October()).Sum;
        Assert.That((before.OfficerDays, before.OfficersPresent, before.FilesPerOfficerDay, before.Withheld.Count), Is.EqualTo(((int?)null, (decimal?)null, (decimal?)null, 0)));
        await house.Write(At(Ada, "2026-10-01"), At(Ada, "2026-10-02"));
        var after = (await house.October()).Sum;
        Assert.That((after.OfficerDays, after.FilesPerOfficerDay, after.Withheld), Is.EqualTo(((int?)null, (decimal?)null, new[] { "filesPerOfficerDay", "officerDays", "officersPresent" })).UsingPropertiesComparer());
        Assert.That((await house.October(procedure: "CJF")).Sum.Withheld, Is.Empty, "a procedure has no officers of its own");
    }

    [Test]
    public async Task A_team_is_whoever_was_in_it_at_the_time()
    {
        await using var house = await Build(Now);
        // Bo was with Ada until 14 October, and is with Cy since.
        await house.Write(In(Ada, "Nord"), In(Bo, "Nord", until: "2026-10-14"), In(Bo, "Sud", from: "2026-10-15"), In(Cy, "Sud"));
        var (held, free) = (Stay("CJF", "2026-10-02"), Stay("CJF", "2026-10-03"));
        await house.Write(Left(Bo, "2026-10-14"), Left(Bo, "2026-10-15"), Left(Cy, "2026-10-20"), Left(null, "2026-10-20"), held, File(held, Bo), free, File(free, null));
        await house.Write(At(Bo, "2026-10-14"), At(Bo, "2026-10-15"), At(Ada, "2026-10-14"), At(Cy, "2026-10-15"));
        await house.Write(Attestation(Guid.CreateVersion7(), "CJF", "2026-10-10", of: held.ApplicationId), Attestation(Guid.CreateVersion7(), "CJF", "2026-10-10", of: free.ApplicationId));
        await house.Write(Deadline("2026-10-09", "2026-10-08", of: held.ApplicationId), Deadline("2026-10-09", "2026-10-12", of: free.ApplicationId), Deadline("2026-10-09", null));
        var (all, north, south) = ((await house.October()).Sum, await Team(house, "Nord"), await Team(house, "Sud"));
        using var _ = Assert.EnterMultipleScope();
        Assert.That((all.Opening, all.Inflow, all.Outflow, all.Closing), Is.EqualTo((4, 2, 4, 2)));
        Assert.That((north.Opening, north.Inflow, north.Outflow, north.Closing, north.OfficerDays, north.AttestationsIssued), Is.EqualTo((1, 0, 1, 0, 2, 0)));
        Assert.That((south.Opening, south.Inflow, south.Outflow, south.Closing, south.OfficerDays, south.AttestationsIssued), Is.EqualTo((2, 1, 2, 1, 2, 1)));
        Assert.That(new[] { all, north, south }.Select(r => (r.PartnerDeadlinesKept, r.PartnerDeadlinesMissed)), Is.EqualTo(new (int?, int?)[] { (1, 2), (0, 0), (1, 0) }));
        Assert.That((south.FilesPerOfficerDay, south.PhoneContacts), Is.EqualTo((1m, (int?)null)));
    }

    [TestCase("42", null, "Est", "staffing.unknown-team", "choisissez parmi Nord, Sud")]
    [TestCase("43", null, "Nord", "staffing.unknown-team", "aucune équipe n'y est déclarée")]
    [TestCase("42", null, "Sud", "staffing.team-of-one", "demandez la préfecture entière")]
    [TestCase(null, null, "Nord", "staffing.team-nowhere", "donnez aussi la préfecture")]
    [TestCase("42", "Feurs", null, "staffing.unknown-site", "choisissez parmi Roanne")]
    public async Task A_site_or_a_team_that_cannot_be_is_answered_with_those_there_are(string? prefecture, string? site, string? team, string code, string words)
    {
        await using var house = await Build(Now);
        await house.Write(In(Ada, "Nord"), In(Bo, "Nord"), In(Cy, "Sud"), new Stay { ApplicationId = Guid.CreateVersion7(), Prefecture = "42", Procedure = "CJF", Site = "Roanne", Channel = "online", FromDay = 1, FiledDay = 1 });
        Assert.That(() => house.Ask<Report.Request, WorkloadReport>(new(prefecture, Day("2026-10-01"), Day("2026-10-31"), site, Team: team)),
            Throws.InstanceOf<RuleBroken>().With.Property(nameof(RuleBroken.Code)).EqualTo(code).And.Message.Contains(words));
    }

    [Test]
    public async Task A_random_history_gives_what_plain_SQL_counts()
    {
        await using var house = await Build(Now);
        var random = new Random(6);
        var (people, officers, first) = (Ids(random, 40), Ids(random, 12), Day("2026-09-15").DayNumber);
        await house.Write(Enumerable.Range(0, 600).Select(_ => new Presence { AccountId = officers[random.Next(12)], Day = first + random.Next(60), Prefecture = random.Next(3) == 0 ? "43" : "42" }).DistinctBy(p => (p.AccountId, p.Day, p.Prefecture)));
        await house.Write(Enumerable.Range(0, 600).Select(_ => new Contact { AccountId = officers[random.Next(12)], PersonId = people[random.Next(40)], Day = first + random.Next(60), Prefecture = random.Next(3) == 0 ? "43" : "42", Channel = random.Next(2) == 0 ? "phone" : "counter" })
            .DistinctBy(c => (c.AccountId, c.Day, c.PersonId)));
        foreach (var prefecture in new[] { "42", "43", null })
        {
            var total = (await house.Ask<Report.Request, WorkloadReport>(new(prefecture, Day("2026-10-01"), Day("2026-10-31")))).Sum;
            var where = $"\"Day\" BETWEEN {Day("2026-10-01").DayNumber} AND {Day("2026-10-31").DayNumber}{(prefecture is null ? "" : $" AND \"Prefecture\" = '{prefecture}'")}";
            Assert.That((total.OfficerDays, total.PhoneContacts, total.CounterVisits), Is.EqualTo((
                await Count(house, $"SELECT COUNT(*) FROM (SELECT DISTINCT \"AccountId\", \"Day\" FROM staffing_presences WHERE {where}) d"),
                await Count(house, $"SELECT COUNT(*) FROM staffing_contacts WHERE \"Channel\" = 'phone' AND {where}"), await Count(house, $"SELECT COUNT(*) FROM staffing_contacts WHERE \"Channel\" = 'counter' AND {where}"))), prefecture);
        }
    }

    private static async Task<ReportRow> Team(AnefHouse house, string team) => (await house.Ask<Report.Request, WorkloadReport>(new("42", Day("2026-10-01"), Day("2026-10-31"), Team: team))).Sum;

    private static Presence At(Guid officer, string day, string prefecture = "42") => new() { AccountId = officer, Day = Day(day).DayNumber, Prefecture = prefecture };

    private static Contact Met(Guid person, string day, string channel) => new() { AccountId = Cy, PersonId = person, Day = Day(day).DayNumber, Prefecture = "42", Channel = channel };

    private static TeamSpell In(Guid officer, string team, string? from = null, string? until = null) => new() { AccountId = officer, Prefecture = "42", Team = team, FromDay = from is null ? 0 : Day(from).DayNumber, UntilDay = until is null ? null : Day(until).DayNumber };

    private static Stay Left(Guid? officer, string on) => new()
    {
        ApplicationId = Guid.CreateVersion7(), Prefecture = "42", Procedure = "CJF", Kind = "renewal", Channel = "online", FromDay = Day("2026-08-01").DayNumber, FiledDay = Day("2026-08-01").DayNumber, UntilDay = Day(on).DayNumber, UntilBy = Exit.Granted, Officer = officer,
    };

    private static WorkFile File(Stay stay, Guid? officer) => new() { Id = stay.ApplicationId, PersonId = Guid.CreateVersion7(), Number = $"{stay.ApplicationId:N}"[8..30], Prefecture = stay.Prefecture, Procedure = stay.Procedure, AssignedTo = officer, Open = true };

    private static List<Guid> Ids(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => new Guid(Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256)).ToArray()))];

    private static async Task<int?> Count(AnefHouse house, string sql)
    {
        await using var connection = await house.Database.Connect();
        await using var command = connection.CreateCommand();
        // Nothing in it comes from outside this test.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
