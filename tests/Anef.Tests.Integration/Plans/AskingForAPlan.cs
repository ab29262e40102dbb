using System.Text.Json.Nodes;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Security;
using Anef.Staffing.Domain;
using Anef.Tests.Integration.Outside;
using Anef.Tests.Integration.Reports;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Plans;

/// <summary><c>plan staffing</c>, as an operator runs it.</summary>
[CancelAfter(240_000)]
public sealed class AskingForAPlan
{
    private AnefHouse _house = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await AnefHouse.Build();
        await _house.Write(Year());
    }

    [TearDown]
    public ValueTask Close() => _house.DisposeAsync();

    [Test]
    public async Task It_is_printed_as_JSON_with_a_band_for_each_month_and_the_same_twice(CancellationToken ct)
    {
        string[] asked = ["--prefecture", "42", "--months", "3", "--set", "from=2026-11-01", "--set", "staff=3", "growth=10"];
        var (status, output, errors) = await Run(ct, asked);
        Assert.That((status, errors), Is.EqualTo((0, "")));
        var plan = JsonNode.Parse(output)!;
        Assert.That(plan["fteNeeded"]!.AsObject().Select(t => t.Key), Is.EqualTo(new[] { "noLegalDateMissed", "noLegalDateMissedNorRightAtRisk", "targetDelay" }));
        Assert.That(plan["fteNeeded"]!.AsObject().Select(t => (double)t.Value!), Is.All.InRange(0.1, 20));
        Assert.That(plan.AsObject().ContainsKey("backlogGoneOn"));
        Assert.That(plan["months"]!.AsArray().Select(m => $"{m!["month"]}"), Is.EqualTo(new[] { "2026-11", "2026-12", "2027-01" }));
        foreach (var month in plan["months"]!.AsArray())
            foreach (var measure in new[] { "stock", "rightsAtRiskDays", "legalDatesMissed" })
                Assert.That(new[] { "p10", "p50", "p90" }.Select(p => (double)month![measure]![p]!), Is.Ordered, $"{month!["month"]} {measure}");
        Assert.That(((int)plan["runs"]!, (double)plan["staff"]!, (double)plan["growth"]!), Is.EqualTo((200, 3.0, 10.0)));
        Assert.That($"{plan["confidence"]}", Does.Contain("11 mois d'histoire").And.Contain("200 tirages").And.Contain("Minutes par dossier : mesurées pour 1 des 3 démarches"));
        Assert.That((await Run(ct, asked)).Output, Is.EqualTo(output), "the same seed");
    }

    [Test]
    public async Task It_says_of_each_procedure_whence_its_minutes_are(CancellationToken ct)
    {
        var (_, output, _) = await Run(ct, "--prefecture", "42", "--months", "1", "--set", "from=2026-11-01", "--set", "minutes.TT=12");
        var rows = JsonNode.Parse(output)!["procedures"]!.AsArray().ToDictionary(r => $"{r!["code"]}", r => ($"{r!["minutesSource"]}", (double)r["minutes"]!, (int?)r["minutesFiles"]));
        Assert.That(rows, Is.EqualTo(new Dictionary<string, (string, double, int?)> { ["CJF"] = ("measured", 15, 30), ["SAL"] = ("reference", 40, null), ["TT"] = ("supposed", 12, null) }));
    }

    [Test]
    public async Task What_nobody_has_learned_piles_up_month_by_month_and_asks_for_no_more_people(CancellationToken ct)
    {
        await Officer("Claire Perrin", "CJF", "TT");
        await Officer("Paul Giraud", "CJF");
        string[] asked = ["--prefecture", "42", "--months", "3", "--set", "from=2026-11-01"];
        var (skilled, free) = (await Plan(), await Plan("skills=0"));
        var (waits, comes) = (AtEnd(skilled, "stock"), (double)skilled["procedures"]!.AsArray().Single(p => $"{p!["code"]}" == "SAL")!["inflow"]!);
        Assert.Multiple(() =>
        {
            Assert.That((double)skilled["staff"]!, Is.EqualTo(2));
            Assert.That(waits - AtEnd(free, "stock"), Is.GreaterThan(comes * 0.9), "two people are enough for all of it, had they learned it");
            Assert.That($"{skilled["fteNeeded"]}", Is.EqualTo($"{free["fteNeeded"]}"));
            Assert.That((double)skilled["skillsLacking"]!, Is.GreaterThan(0.05));
        });

        async Task<JsonNode> Plan(params string[] more) => JsonNode.Parse((await Run(ct, [.. asked, .. more])).Output)!;

        static double AtEnd(JsonNode plan, string measure) => (double)plan["months"]!.AsArray()[^1]![measure]!["p50"]!;
    }

    [Test]
    public async Task It_is_printed_as_CSV(CancellationToken ct)
    {
        var (status, output, errors) = await Run(ct, "--prefecture", "42", "--months", "1", "--set", "from=2026-11-01", "--format", "csv");
        Assert.That((status, errors), Is.EqualTo((0, "")));
        var lines = output.TrimEnd().Split('\n').Select(l => l.TrimEnd('\r').Split(';')).ToList();
        Assert.That(lines, Has.All.Length.EqualTo(6));
        Assert.That(lines[0], Is.EqualTo(new[] { "prefecture", "month", "measure", "p10", "p50", "p90" }));
        Assert.That(lines.Skip(1).Select(l => l[2]), Is.SupersetOf(new[] { "stock", "rightsAtRiskDays", "legalDatesMissed", "fteNeeded.noLegalDateMissed", "backlogGoneOn", "minutes.CJF", "skilledFte.CJF" }));
    }

    [TestCase("La préfecture « 999 » n'existe pas", "--prefecture", "999")]
    [TestCase("--prefecture 42", "--months", "3")]
    [TestCase("1 à 24 mois", "--prefecture", "42", "--months", "25")]
    [TestCase("1 à 24 mois", "--prefecture", "42", "--months", "un")]
    [TestCase("sont acceptés : growth, inflow, staff", "--prefecture", "42", "--set", "croissance=3")]
    [TestCase("de -50 à 100", "--prefecture", "42", "--set", "growth=101")]
    [TestCase("CLÉ=VALEUR", "--prefecture", "42", "--set", "growth")]
    [TestCase("json ou csv", "--prefecture", "42", "--format", "pdf")]
    [TestCase("--set inflow=12000", "--prefecture", "43", "--set", "from=2026-11-01")]
    [TestCase("Un plan commence entre le", "--prefecture", "42", "--set", "from=2010-01-01")]
    [TestCase("« --foo » n'est pas compris après « plan staffing » : sont acceptées les options --prefecture, --months, --set, --format", "--foo")]
    [TestCase("« --prefecture » attend une valeur : code du département", "--prefecture")]
    [TestCase("« --months » ne prend qu'une valeur", "--months", "3", "--months", "6")]
    public async Task What_cannot_be_is_said_in_one_sentence(string words, params string[] asked)
    {
        var (status, output, errors) = await Run(TestContext.CurrentContext.CancellationToken, asked);
        Assert.That((status, output, errors.Trim().Split('\n').Length), Is.EqualTo((1, "", 1)), errors);
        Assert.That(errors, Does.Contain(words));
    }

    /// <summary>Three procedures, every other day of a year; officers' minutes are known of thirty files of one, and of twenty-nine of another.</summary>
    private static IEnumerable<Stay> Year()
    {
        var first = Histories.Day("2025-11-01").DayNumber;
        for (var day = 0; day < 364; day += 2)
            foreach (var (code, known) in new[] { ("CJF", 30), ("SAL", 29), ("TT", 0) })
                yield return new()
                {
                    ApplicationId = Guid.CreateVersion7(), Prefecture = "42", Procedure = code, Kind = "renewal", Channel = "online", FromDay = first + day, FiledDay = first + day,
                    UntilDay = day < 300 ? first + day + 40 : null, UntilBy = day < 300 ? Exit.Granted : null, OfficerSeconds = day / 2 < known ? 900 : null,
                };
    }

    private async Task Officer(string name, params string[] learned)
    {
        var account = Account.OfAgent(name, $"{name[..4].ToLowerInvariant()}@loire.example", _house.Clock.GetUtcNow());
        account.Grant(new(Role.CaseOfficer, "42"));
        await using (var scope = _house.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
            db.Add(account);
            await db.SaveChangesAsync();
        }
        var member = new TeamMember { AccountId = account.Id, Prefecture = "42", Name = name };
        member.Set(null, 0, 100, learned, []);
        await _house.Write(member);
    }

    private Task<(int Status, string Output, string Errors)> Run(CancellationToken ct, params string[] arguments) => HostProcess.Run(_house, ct, ["plan", "staffing", .. arguments]);
}
