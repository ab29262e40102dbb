using System.Text.Json.Nodes;
using Anef.Host.Rehearse;
using Anef.SharedKernel.Rehearsals;
using Anef.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Anef.Tests.Rehearsals;

/// <summary>A draft of the ministry, played as if it had been published.</summary>
public sealed class PlayingWithOtherRules
{
    private const string Fee = "T47-fee-at-hand-over.yaml";
    private const string Silence = "T24-silence.yaml";
    private string _folder = "";

    [SetUp]
    public void Choose()
    {
        _folder = Directory.CreateTempSubdirectory("anef-draft-").FullName;
        foreach (var file in new[] { Fee, Silence }) File.Copy(Repository.PathOf("tests", "Rehearsals", file), Path.Combine(_folder, file));
    }

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task The_rules_of_today_break_no_story() =>
        Assert.That(await Play([]), Is.EqualTo(new[] { (Silence, true), (Fee, true) }));

    [Test]
    public async Task A_draft_that_changes_a_delay_breaks_the_story_of_that_delay_and_no_other()
    {
        var draft = Changed("silence.v1.json", 2, "2021-05-01", rules =>
        {
            foreach (var (_, delay) in rules["delays"]!.AsObject()) (delay!["first"], delay["renewal"]) = (new JsonObject { ["months"] = 11 }, new JsonObject { ["months"] = 11 });
        });
        var played = await Results([new("silence", 2, new(2021, 5, 1), draft)]);
        Assert.That(played.Select(r => (r.File, r.Passed)), Is.EqualTo(new[] { (Silence, false), (Fee, true) }));
        Assert.That(played[0].Failures, Has.Some.StartsWith("ligne "));
    }

    [Test]
    public async Task A_draft_that_begins_after_the_story_leaves_it_alone()
    {
        var draft = Changed("silence.v1.json", 2, "2040-01-01", rules =>
        {
            foreach (var (_, delay) in rules["delays"]!.AsObject()) delay!["first"] = new JsonObject { ["months"] = 11 };
        });
        Assert.That(await Play([new("silence", 2, new(2040, 1, 1), draft)]), Is.EqualTo(new[] { (Silence, true), (Fee, true) }));
    }

    [Test]
    public void The_program_ships_the_stories_that_drafts_are_tried_on() =>
        Assert.That(new RehearsalsWithRules(AnefHouse.Modules, new ConfigurationBuilder().Build()).Files(),
            Is.EquivalentTo(Host.Rehearse.Rehearsals.Files(Repository.PathOf("tests", "Rehearsals")).Select(f => f.Name)));

    private async Task<IEnumerable<(string, bool)>> Play(IReadOnlyList<RulesText> rules) => (await Results(rules)).Select(r => (r.File, r.Passed));

    private async Task<List<RehearsalResult>> Results(IReadOnlyList<RulesText> rules)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Rehearsals:Folder"] = _folder }).Build();
        var results = new List<RehearsalResult>();
        await foreach (var result in new RehearsalsWithRules(AnefHouse.Modules, configuration).Play(rules, CancellationToken.None)) results.Add(result);
        return results;
    }

    private static string Changed(string name, int version, string from, Action<JsonNode> change)
    {
        var body = JsonNode.Parse(File.ReadAllText(Repository.PathOf("Modules", "Procedures", "Data", name)))!;
        (body["version"], body["effectiveFrom"]) = (version, from);
        change(body);
        return body.ToJsonString();
    }
}
