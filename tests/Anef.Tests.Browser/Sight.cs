using System.Text.RegularExpressions;

namespace Anef.Tests.Browser;

/// <summary>One page in one state.</summary>
/// <param name="Route">The page's own, as the site's routing knows it.</param>
/// <param name="Path">Its address, when it is not the route; a blank in braces is filled in with what <see cref="From"/> leads to.</param>
/// <param name="Status">What it answers.</param>
internal sealed partial record Sight(string Route, string? Path = null, int Status = 200)
{
    /// <summary>A page with a link to this one, or to one whose blank is the same.</summary>
    public string? From { get; init; }

    /// <summary>What is done there before it is looked at.</summary>
    public Func<Visit, Task>? Then { get; init; }

    /// <summary>Opens it.</summary>
    public async Task<int> Open(Visit visit)
    {
        if (Status >= 400) visit.ExpectedStatus.Add(Status);
        var status = (await visit.Go(await Address(visit))).Status;
        if (Then is null || status != Status) return status;
        visit.ExpectedStatus.UnionWith([400, 409]);
        await Then(visit);
        return status;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Path ?? Route}{(Then is null ? "" : " (then)")}";

    private async Task<string> Address(Visit visit)
    {
        var path = Path ?? Route;
        if (From is null || Blank().Match(path) is not { Success: true } blank) return path;
        var start = path[..blank.Index];
        if (visit.Led.TryGetValue(From + start, out var known)) return $"{start}{known}{path[(blank.Index + blank.Length)..]}";
        await visit.Go(From);
        var links = await visit.Page.Locator($"main a[href^='{start}']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        var found = links.Select(link => Regex.Match(link, $"^{Regex.Escape(start)}([^/?#.]*[0-9][^/?#.]*)")).FirstOrDefault(m => m.Success)
            ?? throw new InvalidOperationException($"{From} leads to no {path}");
        visit.Led[From + start] = found.Groups[1].Value;
        return $"{start}{found.Groups[1].Value}{path[(blank.Index + blank.Length)..]}";
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Blank();
}
