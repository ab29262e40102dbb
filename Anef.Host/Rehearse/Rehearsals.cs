using System.Text.Json.Nodes;
using Anef.SharedKernel.Modules;

namespace Anef.Host.Rehearse;

/// <summary>The command: finds the files, has them played, prints what came of each.</summary>
internal sealed class Rehearsals(ModuleCatalog modules, TextWriter output, TextWriter errors)
{
    private const int AllPassed = 0;
    private const int OneFailed = 1;
    private const int Unreadable = 2;

    /// <returns>0 when all pass, 1 when one fails, 2 when a file cannot be read.</returns>
    public async Task<int> Run(string path, string? timeline, bool verbose, CancellationToken ct)
    {
        if (Fault(path, timeline) is { } fault) return await Refuse(fault);
        var files = Files(path);
        if (files.Count == 0) return await Refuse($"« {path} » ne contient aucune répétition (.yaml ou .yml).");
        using var template = await StageTemplate.Make(modules, null, ct);
        var performances = await PlayAll(new Troupe(template), files, verbose, ct);
        await output.WriteLineAsync($"{performances.Count(p => p.Passed)} passed, {performances.Count(p => !p.Passed)} failed");
        if (timeline is not null && !await Write(timeline, performances, Directory.Exists(path))) return Unreadable;
        return performances.Any(p => p.Fault is not null) ? Unreadable : performances.All(p => p.Passed) ? AllPassed : OneFailed;
    }

    /// <summary>The files of a path with the names that they go by, in order.</summary>
    public static IReadOnlyList<(string File, string Name)> Files(string path) => !Directory.Exists(path)
        ? [(path, path)]
        : [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".yaml" or ".yml")
            .Select(f => (f, Path.GetRelativePath(path, f).Replace('\\', '/')))
            .OrderBy(f => f.Item2, StringComparer.Ordinal)];

    private static string? Fault(string path, string? timeline) =>
        !File.Exists(path) && !Directory.Exists(path) ? $"« {path} » : ce fichier ou ce dossier n'existe pas."
        : timeline is not null && (Directory.Exists(timeline) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(timeline)))) ? $"« {timeline} » : la chronologie ne peut pas être écrite là."
        : null;

    private async Task<int> Refuse(string words)
    {
        await errors.WriteLineAsync(words);
        return Unreadable;
    }

    private async Task<IReadOnlyList<Performance>> PlayAll(Troupe troupe, IReadOnlyList<(string File, string Name)> files, bool verbose, CancellationToken ct)
    {
        using var stages = new SemaphoreSlim(Environment.ProcessorCount);
        var plays = files.Select(f => Task.Run(() => PlayOne(troupe, f.File, f.Name, stages, ct), ct)).ToList();
        var performances = new List<Performance>(files.Count);
        foreach (var play in plays)
        {
            performances.Add(await play);
            await Tell(performances[^1], verbose);
        }
        return performances;
    }

    private static async Task<Performance> PlayOne(Troupe troupe, string file, string name, SemaphoreSlim stages, CancellationToken ct)
    {
        await stages.WaitAsync(ct);
        try { return await troupe.Play(file, name, ct); }
        finally { stages.Release(); }
    }

    private async Task Tell(Performance performance, bool verbose)
    {
        if (performance.Fault is { } fault)
        {
            await errors.WriteLineAsync(fault);
            return;
        }
        var outcome = performance.Outcome!;
        await output.WriteLineAsync(performance.Passed ? $"passed {performance.Name}" : $"failed {performance.Name} : {string.Join(" | ", outcome.Failures)}");
        if (!verbose || outcome.Timeline is not { } timeline) return;
        foreach (var happened in timeline.Events)
            await output.WriteLineAsync($"    {happened["at"]} {happened["event"]} {Matching.Words(happened, happened.Select(f => f.Key).Where(k => k is not ("at" or "event")))}");
    }

    private async Task<bool> Write(string path, IReadOnlyList<Performance> performances, bool folder)
    {
        var played = performances.Where(p => p.Outcome?.Timeline is not null).Select(p => KeyValuePair.Create(p.Name, (JsonNode?)p.Outcome!.Timeline!.ToJson())).ToList();
        if (!folder && played.Count == 0) return true;
        try
        {
            await File.WriteAllTextAsync(path, Timeline.Text(folder ? new JsonObject(played) : played[0].Value!.AsObject()), CancellationToken.None);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"« {path} » : la chronologie ne peut pas être écrite ({fault.Message})");
            return false;
        }
    }
}
