using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Integration.Database;

public sealed class MigratingADatabase(DatabaseProvider provider) : OnEachProvider(provider)
{
    [Test]
    public async Task Applies_the_migrations_of_every_module()
    {
        await using var house = await Build();
        await using var scope = house.Scope();
        foreach (var type in ModuleDbs.All)
        {
            var db = scope.Db(type);
            Assert.That(await db.Database.GetAppliedMigrationsAsync(), Is.Not.Empty.And.EqualTo(db.Database.GetMigrations()), db.Module);
        }
    }

    [Test]
    public async Task Makes_the_tables_that_the_model_speaks_of()
    {
        await using var house = await Build();
        await using var scope = house.Scope();
        foreach (var type in ModuleDbs.All)
        {
            var db = scope.Db(type);
            Assert.That(db.Database.HasPendingModelChanges(), Is.False, db.Module);
            foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct())
                Assert.That(() => Rows(db, table), Is.Zero, table);
        }
    }

#pragma warning disable EF1002 // the name of a table is the model's own
    private static int Rows(ModuleDb db, string table) => db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"").Single();
#pragma warning restore EF1002

    [Test]
    public async Task Has_nothing_to_do_the_second_time()
    {
        await using var house = await Build();
        Assert.That(await house.Migrate(), Is.Empty);
    }
}
