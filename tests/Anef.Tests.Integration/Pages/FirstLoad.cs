using System.Text.RegularExpressions;
using Anef.SharedKernel.Security;
using Anef.Tests.Integration.Space;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Pages;

/// <summary>What a browser that comes for the first time has to fetch, all pictures that the style sheets know included.</summary>
public sealed partial class FirstLoad
{
    private const int Most = 200_000;

    [TestCase("/")]
    [TestCase("/quelle-demarche")]
    [TestCase("/demarches")]
    [TestCase("/demarches/CJF")]
    [TestCase("/demarches/CJF/69")]
    [TestCase("/verifier")]
    [TestCase("/connexion")]
    [TestCase("/mon-espace")]
    [TestCase("/demandes/{number}")]
    [TestCase("/deposer")]
    [TestCase("/agents/dossiers")]
    [TestCase("/agents/dossiers/{number}")]
    [TestCase("/ministere/regles")]
    [TestCase("/ministere/regles/catalogue")]
    [TestCase("/ministere/pages")]
    public async Task No_page_weighs_more_than_200_kB(string path)
    {
        await using var site = await AnefSite.Start();
        using var awa = await Resident.Settle(site, "MARI");
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
        browser.As(path.StartsWith("/agents", StringComparison.Ordinal) ? TestAccess.Agent(Role.CaseOfficer, "38") : path.StartsWith("/ministere", StringComparison.Ordinal) ? TestAccess.Agent(Role.Ministry) : TestAccess.Applicant(awa.Person));
        var fetched = new Dictionary<string, int>();
        await Fetch(browser, path.Replace("{number}", awa.Number, StringComparison.Ordinal), fetched);
        TestContext.Out.WriteLine(string.Join(Environment.NewLine, fetched.OrderByDescending(f => f.Value).Select(f => $"{f.Value,8} {f.Key}").Prepend($"{fetched.Values.Sum(),8} together")));
        Assert.That(fetched, Has.Count.GreaterThan(4), "the page's style sheets and scripts were not found");
        Assert.That(fetched.Values.Sum(), Is.LessThanOrEqualTo(Most));
    }

    private static async Task Fetch(HttpClient browser, string path, Dictionary<string, int> fetched)
    {
        if (!fetched.TryAdd(path, 0)) return;
        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        var sent = await answer.Content.ReadAsByteArrayAsync();
        fetched[path] = sent.Length;
        if (answer.Content.Headers.ContentType?.MediaType is not ("text/html" or "text/css" or "text/javascript" or "application/javascript")) return;
        var text = await Plain(sent, answer.Content.Headers.ContentEncoding);
        foreach (Match found in Needed().Matches(text))
        {
            var address = found.Groups.Values.Skip(1).First(g => g.Success).Value;
            if (!address.StartsWith("data:", StringComparison.Ordinal)) await Fetch(browser, new Uri(new Uri(browser.BaseAddress!, path), address).PathAndQuery, fetched);
        }
    }

    private static async Task<string> Plain(byte[] sent, ICollection<string> encoding)
    {
        using var packed = new MemoryStream(sent);
        await using Stream plain = encoding.SingleOrDefault() switch
        {
            "gzip" => new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress),
            "br" => new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionMode.Decompress),
            _ => packed,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Style sheets, icons, scripts and pictures of a page; modules that a script imports; what a style sheet shows.</summary>
    [GeneratedRegex("""<link rel="(?:stylesheet|icon)" href="([^"]+)"|<(?:script|img)[^>]* src="([^"]+)"|from\s+["'](\.?/[^"']+)["']|url\(["']?([^"')]+)["']?\)""")]
    private static partial Regex Needed();
}
