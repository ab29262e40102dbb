using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Persistence;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Coverage;

/// <summary>What people hold and what was told of it, as the database has it.</summary>
internal static class Chains
{
    public static bool InChain(AttestationKind kind) => kind is AttestationKind.Extension or AttestationKind.Receipt or AttestationKind.CommissionReceipt;

    public static async Task<T> Look<T>(this AnefHouse house, Func<AttestationsDb, Task<T>> look)
    {
        await using var scope = house.Scope();
        return await look(scope.ServiceProvider.GetRequiredService<AttestationsDb>());
    }

    public static Task<List<Attestation>> Issued(this AnefHouse house) =>
        house.Look(db => db.Attestations.AsNoTracking().OrderBy(a => a.PersonId).ThenBy(a => a.ValidFrom).ThenBy(a => a.Kind).ToListAsync());

    /// <summary>The documents of the chain, by person, in order of their days.</summary>
    public static async Task<ILookup<Guid, Attestation>> OfPeople(this AnefHouse house) =>
        (await house.Issued()).Where(a => InChain(a.Kind)).ToLookup(a => a.PersonId);

    /// <summary>The facts of one kind that a module told, in order.</summary>
    public static async Task<List<TFact>> Told<TDb, TFact>(this AnefHouse house) where TDb : ModuleDb where TFact : IEvent
    {
        await using var scope = house.Scope();
        var bodies = await scope.ServiceProvider.GetRequiredService<TDb>().Outbox.Where(m => m.Type == typeof(TFact).FullName)
            .OrderBy(m => m.Position).Select(m => m.Body).ToListAsync();
        return bodies.ConvertAll(b => System.Text.Json.JsonSerializer.Deserialize<TFact>(b, OutboxJson.Options)!);
    }

    public static Task<List<TFact>> Told<TFact>(this AnefHouse house) where TFact : IEvent => house.Told<AttestationsDb, TFact>();

    /// <summary>Holds of every chain, whatever happened: days in a row, no two documents for one day, no number twice.</summary>
    public static async Task AssertUnbroken(this AnefHouse house)
    {
        var issued = await house.Issued();
        Assert.That(issued.Select(a => a.Number), Is.Unique);
        foreach (var chain in issued.Where(a => InChain(a.Kind)).GroupBy(a => a.PersonId))
            foreach (var (one, next) in chain.Zip(chain.Skip(1)))
                Assert.That(next.ValidFrom, Is.EqualTo(one.ValidUntil!.Value.AddDays(1)), $"{chain.Key}: {one.ValidFrom:O} to {one.ValidUntil:O}, then from {next.ValidFrom:O}");
    }
}
