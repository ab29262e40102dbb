using System.Runtime.CompilerServices;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Rehearsals;
using Anef.SharedKernel.Settings;

namespace Anef.Host.Rehearse;

/// <summary>Plays the files of the configured folder with rules that are not in force: a draft of the ministry, say.</summary>
internal sealed class RehearsalsWithRules(ModuleCatalog modules, IConfiguration configuration) : IRehearsals
{
    private readonly string _folder = configuration["Rehearsals:Folder"] is { Length: > 0 } folder ? folder : Paths.Rehearsals;

    public IReadOnlyList<string> Files() => [.. Scripts().Select(f => f.Name)];

    public async IAsyncEnumerable<RehearsalResult> Play(IReadOnlyList<RulesText> rules, [EnumeratorCancellation] CancellationToken ct)
    {
        using var template = await StageTemplate.Make(modules, null, ct);
        await template.Lay(rules, ct);
        var troupe = new Troupe(template);
        // The others who use this machine come first.
        using var stages = new SemaphoreSlim(Math.Max(1, Environment.ProcessorCount / 2));
        var plays = Scripts().Select(f => Task.Run(() => PlayOne(troupe, f.File, f.Name, stages, ct), ct)).ToList();
        try
        {
            foreach (var play in plays) yield return await play;
        }
        finally
        {
            // The folder goes with the template: nobody may still be playing in it.
            await ((Task)Task.WhenAll(plays)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private IReadOnlyList<(string File, string Name)> Scripts() => Directory.Exists(_folder)
        ? Rehearsals.Files(_folder)
        : throw new SettingFault("Rehearsals:Folder", $"le dossier « {_folder} » n'existe pas.");

    private static async Task<RehearsalResult> PlayOne(Troupe troupe, string file, string name, SemaphoreSlim stages, CancellationToken ct)
    {
        await stages.WaitAsync(ct);
        try
        {
            var performance = await troupe.Play(file, name, ct);
            return new(name, performance.Title, performance.Fault is { } fault ? [fault] : performance.Outcome!.Failures);
        }
        finally
        {
            stages.Release();
        }
    }
}
