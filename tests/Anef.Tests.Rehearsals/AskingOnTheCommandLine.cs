using System.Text.Json.Nodes;
using Anef.Tests.Support;
using Runs = Anef.Host.Rehearse.Rehearsals;

namespace Anef.Tests.Rehearsals;

/// <summary>What the command prints, writes and returns.</summary>
public sealed class AskingOnTheCommandLine
{
    private const string Passes = "prefecture: \"75\"\nstart: 2026-06-01\nuntil: 2026-06-02\npeople: { p: { born: 1990-01-01 } }\nexpect: [ { none: CoverageGap } ]\n";
    private const string Fails = "prefecture: \"972\"\nstart: 2026-06-01T00:00:00Z\nuntil: 2026-06-02\nexpect: [ { event: CoverageGap } ]\n";
    private const string Unreadable = "prefecture: [\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("anef-command-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [TearDown]
    public void Leave()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _errors.Dispose();
    }

    [Test]
    public async Task All_that_pass_return_0()
    {
        Put("a.yaml", Passes);
        Put("deep/b.yml", Passes);
        Put("deep/readme.txt", "not a rehearsal");

        Assert.That(await Run(_folder), Is.Zero);
        Assert.That(Lines(), Is.EqualTo(new[] { "passed a.yaml", "passed deep/b.yml", "2 passed, 0 failed" }));
    }

    [Test]
    public async Task One_that_fails_returns_1()
    {
        Put("a.yaml", Passes);
        Put("b.yaml", Fails);

        Assert.That(await Run(_folder), Is.EqualTo(1));
        Assert.That(Lines()[1], Does.StartWith("failed b.yaml : ligne 4 : "));
        Assert.That(Lines()[^1], Is.EqualTo("1 passed, 1 failed"));
    }

    [Test]
    public async Task One_that_cannot_be_read_returns_2_and_the_others_are_played()
    {
        Put("a.yaml", Passes);
        Put("b.yaml", Unreadable);
        Put("c.yaml", Fails);

        Assert.That(await Run(_folder), Is.EqualTo(2));
        Assert.That(_errors.ToString(), Does.StartWith("b.yaml, ligne "));
        Assert.That(Lines()[^1], Is.EqualTo("1 passed, 2 failed"));
    }

    [TestCase("nowhere")]
    [TestCase("")]
    public async Task A_path_with_nothing_to_play_returns_2(string path)
    {
        Assert.That(await Run(Path.Combine(_folder, path)), Is.EqualTo(2));
        Assert.That(_errors.ToString().Trim().Split('\n'), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task The_timeline_of_a_folder_is_keyed_by_relative_path()
    {
        Put("cases/deep/b.yml", Passes);
        var written = Path.Combine(_folder, "what-happened.json");

        Assert.That(await Run(Path.Combine(_folder, "cases"), written), Is.Zero);
        var timelines = JsonNode.Parse(await File.ReadAllTextAsync(written))!.AsObject();
        Assert.That(timelines.Single().Key, Is.EqualTo("deep/b.yml"));
        Assert.That(timelines["deep/b.yml"]!.AsObject().Select(t => t.Key), Is.EqualTo(new[] { "events", "applications", "people", "results" }));
    }

    [Test]
    public async Task A_timeline_that_cannot_be_written_is_said_before_anything_is_played()
    {
        var file = Put("a.yaml", Passes);

        Assert.That(await Run(file, Path.Combine(_folder, "no", "where.json")), Is.EqualTo(2));
        Assert.That(_output.ToString(), Is.Empty);
    }

    private string[] Lines() => _output.ToString().TrimEnd().Split(Environment.NewLine);

    private Task<int> Run(string path, string? timeline = null) => new Runs(AnefHouse.Modules, _output, _errors).Run(path, timeline, verbose: false, CancellationToken.None);

    private string Put(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }
}
