using System.Diagnostics;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Seeding;

namespace Anef.Host.Seed;

/// <summary>Draws lives, has each module make its rows of them, and writes these: drawn on some threads, written in order on one.</summary>
internal static class SeedRun
{
    /// <summary>Few enough that their rows are written before the garbage collector has moved them about.</summary>
    private const int Chunk = 100;
    private const int Ahead = 4;

    /// <param name="say">Told what is being done.</param>
    /// <returns>One sentence on why nothing can be written; null when everything is.</returns>
    public static async Task<string?> Run(IServiceProvider services, SeedOrder order, Action<string> say, CancellationToken ct)
    {
        var seeders = services.GetServices<ISeeder>().ToList();
        await using var store = new SeedStore(seeders, type => (ModuleDb)services.GetRequiredService(type));
        await store.Open(ct);
        if (await Fault(store, order, ct) is { } fault) return fault;
        if (store.Mark is null) await store.Begin($"{order}", ct);
        await store.Hurry(ct);
        var nation = new Nation(order, NationData.Read(), services.GetRequiredService<PrefectureCatalog>().All);
        await Write(store, order, index =>
        {
            var rows = store.Rows();
            for (var i = index; i < Math.Min(index + Chunk, order.People); i++)
            {
                var life = nation.Draw(i);
                foreach (var seeder in seeders) seeder.Write(life, rows);
            }
            return rows;
        }, say, ct);
        await store.Finish((made, all) => say($"index {made + 1} sur {all}"), ct);
        return null;
    }

    private static async Task<string?> Fault(SeedStore store, SeedOrder order, CancellationToken ct) => store.Mark switch
    {
        { Finished: true } mark => $"La base contient déjà l'histoire inventée de « seed {mark.Words} » : remplissez une base vide.",
        { } mark when mark.Words != $"{order}" => $"La base contient une histoire inachevée : relancez « seed {mark.Words} » pour la finir, ou recommencez sur une base vide.",
        null when await store.Occupied(ct) is { } table => $"La base contient déjà des personnes ou des demandes (table {table}) : « seed » n'écrit que dans une base vide.",
        _ => null,
    };

    private static async Task Write(SeedStore store, SeedOrder order, Func<long, SeedRows> make, Action<string> say, CancellationToken ct)
    {
        var (ahead, next) = (new Queue<Task<SeedRows>>(), store.Mark!.Written);
        var (began, from, said) = (Stopwatch.GetTimestamp(), next, TimeSpan.Zero);
        while (store.Written < order.People)
        {
            for (; ahead.Count < Ahead && next < order.People; next += Chunk)
            {
                var first = next;
                ahead.Enqueue(Task.Run(() => make(first), ct));
            }
            await store.Write(await ahead.Dequeue(), (int)Math.Min(Chunk, order.People - store.Written), ct);
            var elapsed = Stopwatch.GetElapsedTime(began);
            if (elapsed - said < TimeSpan.FromSeconds(5)) continue;
            said = elapsed;
            var left = elapsed * (order.People - store.Written) / (store.Written - from);
            say($"{store.Written} personnes sur {order.People}, encore {left:m\\:ss} environ");
        }
    }
}
