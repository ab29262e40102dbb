using Anef.Tests.Support;
using Deque.AxeCore.Commons;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Anef.Tests.Browser;

/// <summary>Somebody with a browser in front of a site of their own. Errors in the console and requests to elsewhere fail the test at the end.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    private static readonly string Axe = $"{new BundledAxeScriptProvider().GetScript()}\n;1";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly AnefSite _site;
    private readonly IBrowserContext _context;
    private readonly bool _ownsSite;
    private readonly List<string> _faults = [];

    private Visit(AnefSite site, LaterClock clock, IBrowserContext context, IPage page, bool ownsSite)
    {
        (_site, Clock, _context, Page, _ownsSite) = (site, clock, context, page, ownsSite);
        page.Console += (_, message) => { if (message.Type == "error" && !Expected(message)) _faults.Add($"{page.Url}: {message.Text} {message.Location}"); };
        page.PageError += (_, error) => _faults.Add($"{page.Url}: {error}");
        page.Request += (_, request) => { if (!IsHere(request.Url)) _faults.Add($"{page.Url} asks for {request.Url}"); };
    }

    /// <summary>The tab.</summary>
    public IPage Page { get; }

    /// <summary>The site that is visited.</summary>
    public AnefSite Site => _site;

    /// <summary>The site's time.</summary>
    public LaterClock Clock { get; }

    /// <summary>Status codes that a page is expected to answer with: the browser writes each in its console.</summary>
    public HashSet<int> ExpectedStatus { get; } = [];

    /// <summary>The connection is going to be lost: the browser writes that in its console too.</summary>
    public bool LosesConnection { get; set; }

    /// <summary>Where links led before.</summary>
    public Dictionary<string, string> Led { get; } = [];

    /// <summary>Another site that the person goes to themselves.</summary>
    public string? Elsewhere { get; set; }

    /// <summary>A tab on a site of its own.</summary>
    public static async Task<Visit> Start(bool phone = false, string language = "fr-FR", bool script = true, Action<IServiceCollection>? services = null)
    {
        var clock = new LaterClock();
        return await On(await AnefSite.StartDemonstration(Theatre.Copy(), Configure), clock, phone, language, script, ownsSite: true);

        void Configure(WebApplicationBuilder builder)
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
            services?.Invoke(builder.Services);
        }
    }

    /// <summary>A second browser, of somebody else, on the same site.</summary>
    public Task<Visit> Another(bool phone = false, string language = "fr-FR", bool script = true) => On(_site, Clock, phone, language, script, ownsSite: false);

    private static async Task<Visit> On(AnefSite site, LaterClock clock, bool phone, string language, bool script, bool ownsSite)
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
        return new(site, clock, context, await context.NewPageAsync(), ownsSite);
    }

    /// <summary>Goes to an address.</summary>
    public async Task<IResponse> Go(string path) => (await Page.GotoAsync(path))!;

    /// <summary>Signs in as somebody of the demonstration.</summary>
    public async Task SignIn(string name)
    {
        await Go($"/connexion/demonstration?nom={Uri.EscapeDataString(name)}");
        await Page.Locator("main form button", new() { HasText = name }).First.ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/connexion/", StringComparison.Ordinal));
    }

    /// <summary>Fills fields in by their names.</summary>
    public async Task Fill(params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields) await Page.Locator($"main [name='{name}']:not([type=hidden])").FillAsync(value);
    }

    /// <summary>Chooses one of a few, by the name of the question and the value of the answer.</summary>
    public Task Choose(string name, string value) => Page.Locator($"main input[name='{name}'][value='{value}']").CheckAsync(new() { Force = true });

    /// <summary>Sends a form as it stands, whatever the browser itself thinks of it, and waits for the answer.</summary>
    public async Task Send(string form = "main form[method=post]")
    {
        await Page.Locator(form).First.EvaluateAsync("form => { document.documentElement.dataset.left = 'yes'; form.noValidate = true; form.requestSubmit(form.querySelector('[type=submit]')); }");
        await Page.Locator("html:not([data-left])").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Opens all that is folded away, but no document.</summary>
    public Task Unfold() => Page.Locator("main details:not([data-viewer])").EvaluateAllAsync<int>("all => all.map(one => one.open = true).length");

    /// <summary>Presses a button, or follows a link, by its words.</summary>
    public Task Press(string words)
    {
        var main = Page.Locator("main");
        return main.GetByRole(AriaRole.Button, new() { Name = words }).Or(main.GetByRole(AriaRole.Link, new() { Name = words })).First.ClickAsync();
    }

    /// <summary>Waits until these words are seen, and fails when they are not.</summary>
    public async Task Sees(params string[] words)
    {
        foreach (var some in words) await Assertions.Expect(Page.Locator("main")).ToContainTextAsync(some, new() { UseInnerText = true, IgnoreCase = true, Timeout = (float)Patience.TotalMilliseconds });
    }

    /// <summary>Asks again until these words are seen: some things are written down a moment later.</summary>
    public async Task SeesSoon(string words)
    {
        for (var begun = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(begun) < Patience && !(await Page.Locator("main").InnerTextAsync()).Contains(words, StringComparison.OrdinalIgnoreCase);)
            await Page.ReloadAsync();
        await Sees(words);
    }

    /// <summary>Words that are not there.</summary>
    public Task SeesNot(string words) => Assertions.Expect(Page.Locator("main")).Not.ToContainTextAsync(words, new() { UseInnerText = true, IgnoreCase = true });

    /// <summary>Waits until the tab is at an address that ends so.</summary>
    public Task IsAt(string end) => Page.WaitForURLAsync(url => url.Split('?', '#')[0].EndsWith(end, StringComparison.Ordinal));

    /// <summary>The number of the request that is shown.</summary>
    public async Task<string> Number() => (await Page.Locator("main .anef-code").First.InnerTextAsync()).Trim();

    /// <summary>Signs in as somebody of the demonstration, in a browser of their own.</summary>
    public async Task<Visit> Meet(string name, bool phone = false, bool script = true)
    {
        var other = await Another(phone, script: script);
        await other.SignIn(name);
        return other;
    }

    /// <summary>A picture of the whole page, for whoever wants to look: <c>ANEF_SHOTS</c> names a folder.</summary>
    public async Task Shoot(string name)
    {
        if (Environment.GetEnvironmentVariable("ANEF_SHOTS") is { } folder) await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    /// <summary>What an automatic check of accessibility finds on this page: none.</summary>
    public async Task<IReadOnlyList<string>> Violations()
    {
        // The whole page at once: otherwise what hangs over it for the moment counts as hiding what one has only to scroll to.
        var (width, height) = (Page.ViewportSize!.Width, Page.ViewportSize!.Height);
        await Page.SetViewportSizeAsync(width, Math.Max(height, await Page.EvaluateAsync<int>("document.documentElement.scrollHeight")));
        await BringAxe();
        var violations = await Page.EvaluateAsync<string[]>("""
            tags => axe.run({ runOnly: tags, resultTypes: ['violations'], selectors: false })
              .then(found => found.violations.map(v => `${v.id}: ${v.help} (${v.nodes.slice(0, 3).map(n => n.html).join(', ')})`))
            """, Tags);
        await Page.SetViewportSizeAsync(width, height);
        return violations;
    }

    /// <summary>Half a megabyte of script goes to the browser once: pages opened later have it when they begin.</summary>
    private async Task BringAxe()
    {
        if (await Page.EvaluateAsync<bool>("typeof axe !== 'undefined'")) return;
        await _context.AddInitScriptAsync(Axe);
        await Page.EvaluateAsync<int>(Axe);
    }

    /// <summary>What is wider than its window, and so is cut or makes the page scroll sideways: nothing.</summary>
    public Task<string> Overflows() => Page.EvaluateAsync<string>("""
        () => {
          const frame = document.documentElement, width = frame.clientWidth + 1;
          if (frame.scrollWidth <= width) return '';
          const scrolls = e => e.closest('.anef-scroll, .anef-menu, .anef-text');
          const wide = [...document.body.querySelectorAll('*')].filter(e => { if (scrolls(e)) return false; const box = e.getBoundingClientRect(); return box.right > width || box.left < -1; });
          return wide.filter(e => ![...e.children].some(child => wide.includes(child))).slice(0, 3).map(e => e.outerHTML.slice(0, 150)).join(' ') || 'something';
        }
        """);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        if (_ownsSite) await _site.DisposeAsync();
        // Recorded and not thrown: a test that has already failed says first why.
        if (_faults.Count > 0) TestExecutionContext.CurrentContext.CurrentResult.RecordAssertion(AssertionStatus.Failed, $"The console, or requests to elsewhere: {string.Join(Environment.NewLine, _faults)}");
    }

    private bool IsHere(string url) => url.StartsWith(_site.Address.ToString(), StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal) || (Elsewhere is { } other && url.StartsWith(other, StringComparison.Ordinal));

    private bool Expected(IConsoleMessage message) => (LosesConnection && message.Text.Contains("net::ERR", StringComparison.Ordinal)) ||
        ExpectedStatus.Any(status => message.Text.Contains($"status of {status}", StringComparison.Ordinal));
}
