using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Rehearsals;

namespace Anef.Host.Rehearse;

/// <summary>One migrated database, of which every rehearsal gets a copy; and the temporary folder that all of it lives in.</summary>
internal sealed class StageTemplate : IDisposable
{
    private const string Template = "template.db";
    private readonly StageSet _set;
    private int _copies;

    private StageTemplate(StageSet set) => _set = set;

    public static async Task<StageTemplate> Make(ModuleCatalog modules, Action<IServiceCollection>? configure, CancellationToken ct)
    {
        var template = new StageTemplate(new StageSet(modules, Directory.CreateTempSubdirectory("anef-rehearse-").FullName, configure));
        try
        {
            await using var stage = Stage.Build(template._set, Template, DateTimeOffset.UnixEpoch, null);
            await stage.Services.GetRequiredService<Migrator>().Migrate(ct);
            return template;
        }
        catch
        {
            template.Dispose();
            throw;
        }
    }

    /// <summary>Publishes rules in the template, and so on every stage.</summary>
    public async Task Lay(IReadOnlyList<RulesText> rules, CancellationToken ct)
    {
        await using var stage = Stage.Build(_set, Template, DateTimeOffset.UnixEpoch, null);
        await using var scope = stage.Services.CreateAsyncScope();
        foreach (var taker in scope.ServiceProvider.GetServices<ITakeRules>()) await taker.Take(rules, ct);
    }

    /// <summary>A stage on a fresh copy.</summary>
    public Stage Build(DateTimeOffset start, Block? settings, out string database)
    {
        database = $"{Interlocked.Increment(ref _copies)}.db";
        File.Copy(Path.Combine(_set.Folder, Template), Path.Combine(_set.Folder, database));
        return Stage.Build(_set, database, start, settings);
    }

    /// <summary>Takes a copy away when its rehearsal is over.</summary>
    public void Drop(string database)
    {
        foreach (var file in Directory.GetFiles(_set.Folder, $"{database}*")) File.Delete(file);
    }

    public void Dispose()
    {
        try { Directory.Delete(_set.Folder, recursive: true); }
        catch (IOException) { /* the system empties its temporary folder */ }
    }
}
