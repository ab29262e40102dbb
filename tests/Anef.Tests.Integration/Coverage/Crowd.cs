using Anef.Applications.Persistence;
using Anef.Attestations.Domain;
using Anef.Attestations.Persistence;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Coverage;

/// <summary>Makes many of one: the rows that the use cases wrote for one applicant, again under new ids and numbers.</summary>
internal static class Crowd
{
    private static int _numbers;

    /// <summary>The original and its copies.</summary>
    public static async Task<IReadOnlyList<Applicant>> Multiply(this AnefHouse house, Applicant original, int people)
    {
        await using var scope = house.Scope();
        var ids = Enumerable.Range(1, people - 1).Select(_ => new Dictionary<Guid, Guid>()).ToList();
        await using (var db = scope.ServiceProvider.GetRequiredService<ApplicationsDb>())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await Copy(db, db.People.Where(p => p.Id == original.Person), ids, house);
            await Copy(db, db.Applications.Where(a => a.PersonId == original.Person), ids, house);
            await transaction.CommitAsync();
        }
        await using (var db = scope.ServiceProvider.GetRequiredService<AttestationsDb>())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await Copy(db, db.Bases.Where(b => b.PersonId == original.Person), ids, house);
            await Copy(db, db.Attestations.Where(a => a.PersonId == original.Person), ids, house);
            await Copy(db, db.Coverages.Where(c => c.PersonId == original.Person), ids, house);
            await transaction.CommitAsync();
        }
        return [original, .. ids.Select(own => new Applicant(own[original.Person], own[original.Application]))];
    }

    private static async Task Copy<T>(ModuleDb db, IQueryable<T> originals, List<Dictionary<Guid, Guid>> ids, AnefHouse house) where T : class
    {
        foreach (var original in await originals.ToListAsync())
            await db.BulkInsert(ids.ConvertAll(own => Copy(db, original, own, house.Clock.GetUtcNow())), default);
    }

    private static T Copy<T>(ModuleDb db, T original, Dictionary<Guid, Guid> ids, DateTimeOffset now) where T : class
    {
        var values = db.Entry(original).CurrentValues.Clone();
        foreach (var property in values.Properties)
        {
            if (values[property] is Guid id)
                values[property] = ids.TryGetValue(id, out var own) ? own : ids[id] = Guid.CreateVersion7();
            if (property.Name == "Number")
                values[property] = original is Attestation ? AttestationNumber.New(now) : $"93-2026-{Interlocked.Increment(ref _numbers):D9}";
        }
        return (T)values.ToObject();
    }
}
