using System.Text.RegularExpressions;

namespace Anef.Tests.Architecture.Rules;

/// <summary>Two pages of one address would make both unreachable, and a page without one is found nowhere.</summary>
internal static partial class Routes
{
    /// <summary>Shared addresses, and pages whose address is not absolute.</summary>
    /// <param name="pages">File and text of each view.</param>
    public static IEnumerable<string> Faults(IEnumerable<(string File, string Text)> pages)
    {
        var routes = pages.Select(p => (p.File, Page: Page().Match(p.Text))).Where(p => p.Page.Success).Select(p => (p.File, Route: p.Page.Groups["route"].Value)).ToList();
        foreach (var (file, route) in routes.Where(r => !r.Route.StartsWith('/')))
            yield return $"{file}: @page « {route} » is not absolute";
        foreach (var shared in routes.GroupBy(r => Parameter().Replace(r.Route.Trim('/'), "{}").ToUpperInvariant()).Where(g => g.Count() > 1))
            yield return $"« {shared.First().Route} » is the address of {string.Join(" and ", shared.Select(s => s.File))}";
    }

    [GeneratedRegex(@"^\uFEFF?\s*@page\b(?:[ \t]+""(?<route>[^""]*)"")?", RegexOptions.Multiline)]
    private static partial Regex Page();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
