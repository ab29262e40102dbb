using System.Globalization;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Database;

/// <summary>Hosts that start at the same instant on one database.</summary>
public sealed class StartingTogether(DatabaseProvider provider) : OnEachProvider(provider)
{
    private const int Hosts = 4;
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("anef-together-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test, CancelAfter(120_000)]
    public async Task On_an_empty_database_they_take_turns(CancellationToken ct)
    {
        await using var database = await TestDatabase.Reserve(Provider, _folder).Create();
        await MigrateAtOnce(database, ct);
    }

    [Test, CancelAfter(120_000)]
    public async Task Where_there_is_no_database_yet_one_makes_it(CancellationToken ct)
    {
        await using var database = TestDatabase.Reserve(Provider, _folder);
        await MigrateAtOnce(database, ct);
    }

    private async Task MigrateAtOnce(TestDatabase database, CancellationToken ct)
    {
        var houses = Enumerable.Range(0, Hosts).Select(_ => AnefHouse.Unmigrated(database, _folder)).ToList();
        using var gate = new Barrier(Hosts);
        var applied = await Task.WhenAll(houses.Select(house => Task.Factory.StartNew(() =>
        {
            gate.SignalAndWait(ct);
            return house.Migrate(ct);
        }, ct, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
        foreach (var house in houses) await house.DisposeAsync();

        // SQL Server's lock is EF Core's, which is taken after each host has read what is missing.
        Assert.That(applied.SelectMany(a => a), Provider == DatabaseProvider.SqlServer ? Is.Not.Empty : Is.Unique.And.Not.Empty);
        Assert.That(await TablesNamed(database, "attestations_outbox"), Is.EqualTo(1));
    }

    private static async Task<int> TablesNamed(TestDatabase database, string name)
    {
        await using var connection = await database.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = database.Provider == DatabaseProvider.Sqlite
            ? "SELECT COUNT(*) FROM sqlite_master WHERE name = @name"
            : "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = @name";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@name", name);
        command.Parameters.Add(parameter);
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
