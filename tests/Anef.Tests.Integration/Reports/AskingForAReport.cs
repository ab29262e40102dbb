using System.Text.Json.Nodes;
using Anef.Staffing.Domain;
using Anef.Tests.Integration.Outside;
using Anef.Tests.Support;
using static Anef.Tests.Integration.Reports.Histories;

namespace Anef.Tests.Integration.Reports;

/// <summary><c>report workload</c>, as an operator runs it.</summary>
[CancelAfter(180_000)]
public sealed class AskingForAReport
{
    private AnefHouse _house = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await AnefHouse.Build();
        await _house.Write(Stay("CJF", "2026-01-10"), Stay("CJF", "2026-01-20", "2026-02-10", Exit.Granted, days: 12), Stay("SAL", "2026-02-03"));
    }

    [TearDown]
    public ValueTask Close() => _house.DisposeAsync();

    [Test]
    public async Task It_is_printed_as_JSON_for_programs_and_nothing_else(CancellationToken ct)
    {
        var (status, output, errors) = await Run(ct, "--prefecture", "42", "--from", "2026-02-01", "--to", "2026-02-28", "--format", "json");
        Assert.That((status, errors), Is.EqualTo((0, "")));
        var rows = JsonNode.Parse(output)!["rows"]!.AsArray().ToDictionary(r => $"{r!["procedure"]}", r => r!);
        Assert.That(Row(rows["CJF"]), Is.EqualTo((2, 0, 1, 1, 12, 12, 49)));
        Assert.That(Row(rows["total"]), Is.EqualTo((2, 1, 1, 2, 12, 12, 49)));
    }

    [Test]
    public async Task A_site_or_a_team_that_is_not_there_is_answered_in_one_sentence(CancellationToken ct)
    {
        var (status, output, errors) = await Run(ct, "--prefecture", "42", "--from", "2026-02-01", "--to", "2026-02-28", "--team", "Nord");
        Assert.That((status, output, errors.Trim()), Is.EqualTo((1, "", "L'équipe « Nord » n'est pas connue (Loire) : aucune équipe n'y est déclarée, un responsable en déclare sur la page « Charge ».")));
        (status, output, errors) = await Run(ct, "--prefecture", "42", "--from", "2026-02-01", "--to", "2026-02-28", "--site", "Feurs");
        Assert.That((status, output, errors.Trim()), Is.EqualTo((1, "", "Le site « Feurs » n'est pas connu (Loire) : aucune demande n'y a de site, laissez le site vide.")));
    }

    [TestCase("pdf", "%PDF")]
    [TestCase("xlsx", "PK")]
    [TestCase("csv", "\u00EF\u00BB\u00BFPr")]
    public async Task It_is_written_to_a_file(string format, string begin, CancellationToken ct)
    {
        var file = Path.Combine(_house.Folder, $"rapport.{format}");
        var (status, _, errors) = await Run(ct, "--prefecture", "42", "--from", "2026-02-01", "--to", "2026-02-28", "--format", format, "--out", file);
        Assert.That((status, errors), Is.EqualTo((0, "")));
        Assert.That(System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, ct)), Does.StartWith(begin));
    }

    [TestCase("999", "2026-02-01", "2026-02-28", "json", "La préfecture « 999 » n'est pas connue : donnez le code d'un département")]
    [TestCase("42", "2026-02-28", "2026-02-01", "json", "donnez une fin le 28/02/2026 ou plus tard")]
    [TestCase("42", "2026-02-30", "2026-02-28", "json", "« 2026-02-30 » n'est pas un jour")]
    [TestCase("42", "2999-01-01", "2999-01-31", "json", "n'est pas encore venu")]
    [TestCase("42", "2026-02-01", "2026-02-28", "doc", "demandez json, csv, pdf ou xlsx")]
    [TestCase("42", "2026-02-01", "2026-02-28", "pdf", "ajoutez --out rapport.pdf")]
    public async Task What_cannot_be_is_said_in_one_sentence(string prefecture, string from, string to, string format, string words, CancellationToken ct)
    {
        var (status, output, errors) = await Run(ct, "--prefecture", prefecture, "--from", from, "--to", to, "--format", format);
        Assert.That((status, output, errors.Trim().Split('\n').Length), Is.EqualTo((1, "", 1)));
        Assert.That(errors, Does.Contain(words));
    }

    private static (int?, int?, int?, int?, int?, int?, int?) Row(JsonNode row) => ((int?)row["opening"], (int?)row["inflow"], (int?)row["outflow"], (int?)row["closing"], (int?)row["delayP50"], (int?)row["delayP80"], (int?)row["oldestDays"]);

    private Task<(int Status, string Output, string Errors)> Run(CancellationToken ct, params string[] arguments) => HostProcess.Run(_house, ct, ["report", "workload", .. arguments]);
}
