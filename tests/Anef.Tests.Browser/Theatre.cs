using Anef.Tests.Support;
using Microsoft.Playwright;

namespace Anef.Tests.Browser;

/// <summary>One browser for all tests, and one demonstration played once: each test has a site of its own on a copy.</summary>
[SetUpFixture]
public sealed class Theatre
{
    private static IPlaywright? _playwright;
    private static string? _script;

    /// <summary>Chromium as Debian installs it.</summary>
    public static IBrowser Browser { get; private set; } = null!;

    /// <summary>A sample is enough: set by <c>ANEF_QUICK=1</c>.</summary>
    public static bool Quick { get; } = Environment.GetEnvironmentVariable("ANEF_QUICK") == "1";

    private static string Chromium => Environment.GetEnvironmentVariable("ANEF_CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>A new folder with the demonstration in it.</summary>
    public static string Copy()
    {
        var folder = Directory.CreateTempSubdirectory("anef-browser-").FullName;
        foreach (var file in Directory.EnumerateFiles(_script!, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(_script!, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return folder;
    }

    /// <summary>Opens the browser and plays the demonstration.</summary>
    [OneTimeSetUp]
    public async Task Open()
    {
        if (!File.Exists(Chromium)) Assert.Ignore($"{Chromium} is not there (ANEF_CHROMIUM names another Chromium)");
        _script = Directory.CreateTempSubdirectory("anef-demonstration-").FullName;
        await AnefSite.Demonstrate(_script);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
    }

    /// <summary>Closes all.</summary>
    [OneTimeTearDown]
    public async Task Close()
    {
        if (Browser is not null) await Browser.CloseAsync();
        _playwright?.Dispose();
        if (_script is not null) Directory.Delete(_script, recursive: true);
    }
}
