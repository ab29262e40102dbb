namespace Anef.Tests.Integration.Outside;

[CancelAfter(60_000)]
public sealed class AskingOnTheCommandLine
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("anef-ask-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task For_help_names_the_commands()
    {
        var (status, said) = await Ask("--help");
        Assert.That(status, Is.Zero);
        Assert.That(said, Does.Contain("migrate").And.Contain("rehearse").And.Contain("--demo").And.Contain("--urls"));
        Assert.That(Directory.GetFileSystemEntries(_folder), Is.Empty);
    }

    [Test]
    public async Task To_migrate_makes_the_tables_once_in_the_caller_s_folder()
    {
        var (first, applied) = await Ask("migrate");
        var (second, nothing) = await Ask("migrate");
        Assert.That((first, second), Is.EqualTo((0, 0)));
        Assert.That(applied, Does.Contain("Attestations ").And.Match(@"\d+ migrations appliquées\."));
        Assert.That(nothing.Trim(), Is.EqualTo("Les tables étaient à jour."));
        Assert.That(File.Exists(Path.Combine(_folder, "data", "anef.db")), Is.True);
    }

    [Test]
    public async Task To_rehearse_reads_and_writes_where_the_caller_stands(CancellationToken ct)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "cases"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "cases", "a.yaml"), "prefecture: \"75\"\nstart: 2026-06-01\nuntil: 2026-06-02\npeople: { p: { born: 1990-01-01 } }\nexpect: [ { none: CoverageGap } ]\n", ct);
        var (status, said) = await Ask("rehearse", "cases", "--timeline", "timeline.json");
        Assert.That((status, said.TrimEnd().Split(Environment.NewLine)[^1]), Is.EqualTo((0, "1 passed, 0 failed")));
        Assert.That(Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "cases", "timeline.json" }), "nothing else is left");
    }

    [TestCase("« --foo » n'est pas compris : sont acceptées les options", "--foo")]
    [TestCase("« foo » n'est pas compris : sont acceptées les commandes migrate, rehearse, seed", "foo")]
    [TestCase("« --x » n'est pas compris après « seed » : sont acceptées les options --people, --years, --seed, --until", "seed", "--x")]
    [TestCase("« --bar » n'est pas compris après « report workload » : sont acceptées les options --prefecture, --from, --to", "report", "workload", "--bar")]
    [TestCase("Il manque quelque chose après « plan » : sont acceptées les commandes staffing", "plan")]
    [TestCase("Il manque quelque chose après « rehearse » : sont attendus FICHIER-OU-DOSSIER (une répétition (YAML)", "rehearse")]
    [TestCase("« --people » attend une valeur : combien de personnes", "seed", "--people")]
    public async Task What_is_not_understood_is_answered_in_one_French_sentence(string words, params string[] asked)
    {
        await using var host = HostProcess.Start(_folder, [], asked);
        var status = await host.Ended(TestContext.CurrentContext.CancellationToken);
        Assert.That((status, host.Output, host.Errors.Trim().Split('\n').Length), Is.EqualTo((1, "", 1)), host.Errors);
        Assert.That(host.Errors, Does.StartWith(words));
    }

    private async Task<(int Status, string Said)> Ask(params string[] arguments)
    {
        await using var host = HostProcess.Start(_folder, [], arguments);
        var status = await host.Ended(TestContext.CurrentContext.CancellationToken);
        Assert.That(host.Errors, Is.Empty);
        return (status, host.Output);
    }
}
