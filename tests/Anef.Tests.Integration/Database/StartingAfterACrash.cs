using System.Data.Common;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Database;

/// <summary>A host was killed in the middle of its migrations: what it held must not hold up the next one.</summary>
[CancelAfter(60_000)]
public sealed class StartingAfterACrash
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("anef-crash-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task On_a_file_the_lock_that_it_left_is_nobodys(CancellationToken ct)
    {
        await using var database = TestDatabase.Reserve(DatabaseProvider.Sqlite, _folder);
        await using (var dead = await database.Connect())
        {
            // As EF Core writes it, and as the migrator leaves its own file when it cannot close it.
            await Execute(dead, """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
            await Execute(dead, """INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-03-02 08:00:00+00:00')""");
            await File.WriteAllTextAsync(Path.Combine(_folder, "anef.db.migrating"), "", ct);
        }

        await using var next = AnefHouse.Unmigrated(database, _folder);
        Assert.That(await next.Migrate(ct), Is.Not.Empty);
    }

    [Test]
    public async Task On_PostgreSQL_the_lock_dies_with_its_connection(CancellationToken ct)
    {
        if (TestDatabase.Missing(DatabaseProvider.PostgreSql) is { } variable) Assert.Ignore($"{variable} names no PostgreSql server.");
        await using var database = await TestDatabase.Reserve(DatabaseProvider.PostgreSql, _folder).Create();
        await using var dying = await database.Connect();
        await Execute(dying, "SELECT pg_advisory_lock(1095648582)"); // "ANEF"
        await using var next = AnefHouse.Unmigrated(database, _folder);
        var migrating = Task.Run(() => next.Migrate(ct), ct);

        await using var operations = await database.Connect();
        while (await Scalar(operations, "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 0)
            await Task.Delay(10, ct);
        Assert.That(migrating.IsCompleted, Is.False, "it waits for its turn");

        await Scalar(operations, $"SELECT COUNT(pg_terminate_backend({((Npgsql.NpgsqlConnection)dying).ProcessID}))");
        Assert.That(await migrating, Is.Not.Empty);
    }

    private static async Task Execute(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> Scalar(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
