using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Anef.Tests.Browser;

/// <summary>A manager who looks at the load of the prefecture, and takes it home.</summary>
internal sealed class ReadingTheReport
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task Shows_charts_in_words_and_the_same_numbers_as_tables_and_as_files(bool phone)
    {
        await using var visit = await Visit.Start(phone);
        await visit.SignIn("Paul Giraud");
        await visit.Go("/agents/rapports");
        var first = visit.Clock.GetUtcNow().AddDays(-200).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await visit.Fill(("du", first), ("au", visit.Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        await visit.Page.Locator("main select[name=demarche]").SelectOptionAsync("ETU-R");
        await visit.Press("Afficher");
        await visit.Sees("Stock, entrées et sorties", "ETU-R");
        await SaysTheSameTwice(visit);
        Assert.That(await visit.Page.Locator("main table").Filter(new() { HasText = "Jours-agents" }).CountAsync(), Is.Zero, "a procedure has no officers of its own");

        await visit.Page.Locator("main select[name=demarche]").SelectOptionAsync("");
        await visit.Press("Afficher");
        await visit.Sees("Jours-agents", "Contacts par téléphone", "Un jour-agent");
        await SaysTheSameTwice(visit);
        Assert.That(await visit.Violations(), Is.Empty);
        Assert.That(await visit.Overflows(), Is.Empty);
        await visit.Shoot(phone ? "rapport-telephone" : "rapport");

        var (opening, closing) = (await Cell(visit, "Stock au début"), await Cell(visit, "Stock à la fin"));
        var json = System.Text.Json.Nodes.JsonNode.Parse(Encoding.UTF8.GetString(await Download(visit, "JSON")))!["rows"]!.AsArray().Last()!;
        Assert.That(($"{json["opening"]}", $"{json["closing"]}"), Is.EqualTo((opening, closing)));
        Assert.That(Encoding.UTF8.GetString(await Download(visit, "CSV")), Does.Contain($";total;Ensemble;{opening};").And.Contain("Jours-agents"));
        Assert.That(Encoding.Latin1.GetString(await Download(visit, "XLSX"))[..2], Is.EqualTo("PK"));
        Assert.That(Encoding.Latin1.GetString(await Download(visit, "PDF"))[..5], Is.EqualTo("%PDF-"));
    }

    [Test]
    public async Task Explains_a_period_turned_round_where_it_was_chosen()
    {
        await using var visit = await Visit.Start();
        await visit.SignIn("Paul Giraud");
        visit.ExpectedStatus.Add(400);
        await visit.Go("/agents/rapports?du=2026-10-31&au=2026-10-01");
        await visit.Sees("donnez une fin le 31/10/2026 ou plus tard");
        await Assertions.Expect(visit.Page.Locator("[name=du]")).ToHaveValueAsync("2026-10-31");
        Assert.That(await visit.Violations(), Is.Empty);
    }

    /// <summary>What the first chart says in words stands in the first table.</summary>
    private static async Task SaysTheSameTwice(Visit visit)
    {
        var words = await visit.Page.Locator("main figure [role=img]").First.GetAttributeAsync("aria-label");
        foreach (var figure in new[] { "Stock au début", "Entrées", "Sorties", "Stock à la fin" })
            Assert.That(words, Does.Contain($"{figure} : {await Cell(visit, figure)}"));
    }

    /// <summary>Of the last row of the first table.</summary>
    private static async Task<string> Cell(Visit visit, string column)
    {
        var table = visit.Page.Locator("main table").First;
        var heads = await table.Locator("thead th").AllInnerTextsAsync();
        return (await table.Locator("tbody tr").Last.Locator("th, td").AllInnerTextsAsync())[heads.ToList().FindIndex(h => h.Trim() == column)].Trim();
    }

    private static async Task<byte[]> Download(Visit visit, string name)
    {
        var waiting = visit.Page.WaitForDownloadAsync();
        await visit.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        return await File.ReadAllBytesAsync(await (await waiting).PathAsync());
    }
}
