using System.Text.Json.Nodes;
using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.Procedures.Persistence;
using Anef.Procedures.PublishRules;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using static Anef.Tests.Unit.Procedures.Law;

namespace Anef.Tests.Unit.Procedures;

internal sealed class PublishingRules : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"anef-{Guid.CreateVersion7():N}.db");
    private readonly ServiceProvider _services;

    public PublishingRules()
    {
        _services = House();
        using var scope = _services.CreateScope();
        scope.ServiceProvider.GetRequiredService<ProceduresDb>().Database.EnsureCreated();
    }

    private IProcedures Answers => _services.GetRequiredService<IProcedures>();

    public void Dispose()
    {
        _services.Dispose();
        File.Delete(_file);
    }

    [Test]
    public async Task A_new_version_holds_from_its_first_day_and_leaves_earlier_days_alone()
    {
        Assert.That(Answers.FeeOf("CJF", "first", Day("2027-01-01")).Amount, Is.EqualTo(350));
        await Publish("fees", Fees(3, "2027-01-01", 400));
        Assert.Multiple(() =>
        {
            Assert.That(Answers.FeeOf("CJF", "first", Day("2027-01-01")).Amount, Is.EqualTo(450));
            Assert.That(Answers.FeeOf("CJF", "first", Day("2027-01-01")).Rule.Version, Is.EqualTo(3));
            Assert.That(Answers.FeeOf("CJF", "first", Day("2026-12-31")).Amount, Is.EqualTo(350));
            Assert.That(Answers.FeeOf("CJF", "first", Day("2026-01-20")).Amount, Is.EqualTo(225));
        });
    }

    [Test]
    public async Task A_new_version_is_known_to_a_host_that_starts_later()
    {
        await Publish("fees", Fees(3, "2027-01-01", 400));
        await using var later = House();
        Assert.That(later.GetRequiredService<IProcedures>().FeeOf("CJF", "first", Day("2027-01-01")).Amount, Is.EqualTo(450));
    }

    [Test]
    public async Task Who_and_when_are_kept_with_the_text()
    {
        await Publish("fees", Fees(3, "2027-01-01", 400));
        using var scope = _services.CreateScope();
        var row = await scope.ServiceProvider.GetRequiredService<ProceduresDb>().PublishedRules.SingleAsync();
        Assert.That((row.Family, row.Version, row.EffectiveFrom, row.PublishedBy, row.PublishedAt.Year), Is.EqualTo(("fees", 3, Day("2027-01-01"), "DGEF", 2026)));
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task A_number_that_the_program_was_born_with_is_taken(int version) =>
        Assert.That(await Refusal("fees", Fees(version, "2027-01-01", 400)), Is.EqualTo("procedures.rules-already-published"));

    [Test]
    public async Task A_published_number_is_taken()
    {
        await Publish("fees", Fees(3, "2027-01-01", 400));
        Assert.That(await Refusal("fees", Fees(3, "2027-02-01", 500)), Is.EqualTo("procedures.rules-already-published"));
    }

    [Test]
    public async Task A_day_already_past_needs_a_law_that_reaches_back()
    {
        Assert.That(await Refusal("fees", Fees(3, "2026-06-30", 400)), Is.EqualTo("procedures.rules-retroactive"));
        await Publish("fees", Fees(3, "2026-06-30", 400), retroactive: true);
        Assert.That(Answers.FeeOf("CJF", "first", Day("2026-06-30")).Amount, Is.EqualTo(450));
    }

    [Test]
    public async Task Today_in_Paris_is_not_past() => Assert.That((await Publish("fees", Fees(3, "2026-07-01", 400))).Version, Is.EqualTo(3));

    [TestCase("taxes", "{}", "procedures.rules-unknown-family")]
    [TestCase("fees", "{}", "procedures.rules-malformed")]
    [TestCase("fees", "null", "procedures.rules-malformed")]
    [TestCase("fees", "not json", "procedures.rules-malformed")]
    public async Task What_has_not_the_form_of_its_family_is_refused(string family, string body, string code) =>
        Assert.That(await Refusal(family, body), Is.EqualTo(code));

    [Test]
    public async Task A_misspelt_key_is_refused()
    {
        var body = JsonNode.Parse(Embedded("late.v1.json"))!;
        body["version"] = 2;
        body["effectiveFrom"] = "2027-01-01";
        body["euro"] = 200;
        Assert.That(await Refusal("late", body.ToJsonString()), Is.EqualTo("procedures.rules-malformed"));
    }

    [Test]
    public async Task Rules_that_another_family_would_miss_are_refused()
    {
        var body = JsonNode.Parse(Fees(3, "2027-01-01", 400))!;
        body["profiles"]!.AsObject().Remove("DUP");
        Assert.That(await Refusal("fees", body.ToJsonString()), Is.EqualTo("procedures.rules-inconsistent"));
    }

    [Test]
    public async Task A_procedure_does_not_vanish()
    {
        var body = JsonNode.Parse(Embedded("catalogue.v1.json"))!;
        body["version"] = 2;
        body["effectiveFrom"] = "2027-01-01";
        body["procedures"]!.AsArray().RemoveAt(0);
        Assert.That(await Refusal("catalogue", body.ToJsonString()), Is.EqualTo("procedures.rules-inconsistent"));
    }

    [Test]
    public async Task A_procedure_that_joins_the_list_changes_its_window_from_that_day()
    {
        await Publish("catalogue", Changed("catalogue.v1.json", body => body["procedures"]!.AsArray().Single(p => (string)p!["code"]! == "LPF")!["window"] = "ANEF_120_60"));
        await Publish("online", Changed("online.v1.json", body => body["listed"]!["LPF"] = new JsonObject { ["certainty"] = "sourced", ["from"] = "2026-09-01" }));
        var card = Permit("LPF", "2026-11-30");
        Assert.Multiple(() =>
        {
            Assert.That(Answers.Judge(Filing("LPF", "renewal", "2026-08-31", card)).TooEarlyUntil, Is.EqualTo(Day("2026-09-30")));
            Assert.That(Answers.Judge(Filing("LPF", "renewal", "2026-09-01", card)).Window.Rule, Is.EqualTo(new RuleReference("windows.ANEF_120_60", 1, "R.431-5 1°")));
        });
    }

    /// <summary>The second version of a family, from 1 September 2026.</summary>
    private static string Changed(string name, Action<JsonNode> change)
    {
        var body = JsonNode.Parse(Embedded(name))!;
        body["version"] = 2;
        body["effectiveFrom"] = "2026-09-01";
        change(body);
        return body.ToJsonString();
    }

    private static string Fees(int version, string from, int tax)
    {
        var body = JsonNode.Parse(Embedded("fees.v2.json"))!;
        body["version"] = version;
        body["effectiveFrom"] = from;
        body["profiles"]!["FIRST"]!["parts"]![0]!["euros"] = tax;
        return body.ToJsonString();
    }

    private static string Embedded(string name)
    {
        using var reader = new StreamReader(typeof(RuleBook).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private async Task<PublishRules.Published> Publish(string family, string body, bool retroactive = false)
    {
        using var scope = _services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<PublishRules>().Handle(new(family, body, "DGEF", retroactive), CancellationToken.None);
    }

    private async Task<string?> Refusal(string family, string body) => (await Assert.ThrowsAsync<RuleBroken>(() => Publish(family, body)))?.Code;

    private ServiceProvider House()
    {
        var clock = new FakeTimeProvider(new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
        var bell = new PumpBell();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(Substitute.For<IHostApplicationLifetime>())
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new ModuleDbServices(new EventCatalog([]), new Positions(clock), bell, clock))
            .AddSingleton(bell)
            .AddDbContext<ProceduresDb>(o => o.UseProvider(new() { ConnectionString = $"Data Source={_file};Pooling=False" }, ModuleDbSetup.HistoryOf(typeof(ProceduresDb))))
            .AddSingleton<IRules, RulesInForce>()
            .AddSingleton<IProcedures, LegalProcedures>()
            .AddScoped<PublishRules>()
            .BuildServiceProvider();
    }
}
