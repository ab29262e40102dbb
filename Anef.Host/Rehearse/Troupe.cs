using Anef.SharedKernel.Events;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rehearsals;

namespace Anef.Host.Rehearse;

/// <summary>Plays files, some at once, each on a stage of its own.</summary>
internal sealed class Troupe(StageTemplate template)
{
    /// <summary>Reads and plays one file; whatever goes wrong is in the answer.</summary>
    public async Task<Performance> Play(string file, string name, CancellationToken ct)
    {
        try
        {
            var rehearsal = RehearsalReader.Read(await File.ReadAllTextAsync(file, ct));
            var outcome = await Play(rehearsal, ct);
            return new Performance(name, rehearsal.Title, outcome, null);
        }
        catch (FileFault fault)
        {
            return new Performance(name, "", null, fault.Line is { } line ? $"{name}, ligne {line} : {fault.Message}" : $"{name} : {fault.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Performance(name, "", null, $"{name} : le fichier ne peut pas être lu ({fault.Message})");
        }
    }

    private async Task<Outcome> Play(RehearsalFile rehearsal, CancellationToken ct)
    {
        string? database = null;
        try
        {
            await using var stage = template.Build(rehearsal.Start, rehearsal.Settings, out database);
            await using (var scope = stage.Services.CreateAsyncScope())
                new Vocabulary(scope.ServiceProvider.GetServices<IRehearsalVerb>(), stage.Services.GetRequiredService<EventCatalog>(), stage.Services.GetRequiredService<PrefectureCatalog>())
                    .Check(rehearsal);
            using var watch = new Watch(stage.Connect());
            return await new Play(rehearsal, stage, watch).Run(ct);
        }
        catch (PlayFault fault)
        {
            return new Outcome(null, [fault.Message]);
        }
        finally
        {
            if (database is not null) template.Drop(database);
        }
    }
}

/// <summary>One file after its play.</summary>
/// <param name="Name">As the caller knows the file.</param>
/// <param name="Outcome">Null when the file could not be played.</param>
/// <param name="Fault">Why not: file, line, what is wrong.</param>
internal sealed record Performance(string Name, string Title, Outcome? Outcome, string? Fault)
{
    public bool Passed => Outcome is { Failures.Count: 0 };
}
