using Anef.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Anef.Tests.Browser;

/// <summary>Somebody with a browser in front of a site of their own. Errors in the console and requests to elsewhere fail the test at the end.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly AnefSite _site;
    private readonly IBrowserContext _context;
    private readonly bool _ownsSite;
    private readonly List<string> _faults = [];

    private Visit(AnefSite site, IBrowserContext context, IPage page, bool ownsSite)
    {
        (_site, _context, Page, _ownsSite) = (site, context, page, ownsSite);
        page.Console += (_, message) => { if (message.Type == "error" && !Expected(message)) _faults.Add($"{page.Url}: {message.Text}"); };
        page.PageError += (_, error) => _faults.Add($"{page.Url}: {error}");
        page.Request += (_, request) => { if (!request.Url.StartsWith(site.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) _faults.Add($"{page.Url} asks for {request.Url}"); };
    }

    /// <summary>The tab.</summary>
    public IPage Page { get; }

    /// <summary>The site that is visited.</summary>
    public AnefSite Site => _site;

    /// <summary>Status codes that a page is expected to answer with: the browser writes each in its console.</summary>
    public HashSet<int> ExpectedStatus { get; } = [];

    /// <summary>A tab on a site of its own.</summary>
    public static async Task<Visit> Start(bool phone = false, string language = "fr-FR", bool script = true) =>
        await On(await AnefSite.StartDemonstration(Theatre.Copy()), phone, language, script, ownsSite: true);

    /// <summary>A second browser, of somebody else, on the same site.</summary>
    public Task<Visit> Another(bool phone = false, string language = "fr-FR", bool script = true) => On(_site, phone, language, script, ownsSite: false);

    private static async Task<Visit> On(AnefSite site, bool phone, string language, bool script, bool ownsSite)
    {
        var context = await Theatre.Browser.NewContextAsync(new()
        {
            Locale = language,
            JavaScriptEnabled = script,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 900 },
            HasTouch = phone,
            BaseURL = site.Address.ToString(),
        });
        context.SetDefaultTimeout(15_000);
        return new(site, context, await context.NewPageAsync(), ownsSite);
    }

    /// <summary>Goes to an address.</summary>
    public async Task<IResponse> Go(string path) => (await Page.GotoAsync(path))!;

    /// <summary>Signs in as somebody of the demonstration.</summary>
    public async Task SignIn(string name)
    {
        await Go($"/connexion/demonstration?q={Uri.EscapeDataString(name)}");
        await Page.Locator("main form button", new() { HasText = name }).First.ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/connexion/", StringComparison.Ordinal));
    }

    /// <summary>Presses a button, or follows a link, by its words.</summary>
    public Task Press(string words) => Page.GetByRole(AriaRole.Button, new() { Name = words }).Or(Page.GetByRole(AriaRole.Link, new() { Name = words })).First.ClickAsync();

    /// <summary>What is seen.</summary>
    public Task<string> Text() => Page.Locator("main").InnerTextAsync();

    /// <summary>What an automatic check of accessibility finds on this page: none.</summary>
    public async Task<IReadOnlyList<string>> Violations()
    {
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
        return [.. result.Violations.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))})")];
    }

    /// <summary>Wider than its window: something is cut, or scrolls sideways.</summary>
    public Task<bool> Overflows() => Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        if (_ownsSite) await _site.DisposeAsync();
        Assert.That(_faults, Is.Empty, "the console, or requests to elsewhere");
    }

    private bool Expected(IConsoleMessage message) => ExpectedStatus.Any(status => message.Text.Contains($"status of {status}", StringComparison.Ordinal));
}
