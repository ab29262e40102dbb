using System.Diagnostics;
using Anef.Attestations.Persistence;
using Anef.Host.Commands;
using Anef.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Anef.Benchmarks;

/// <summary>Requests a second of the JSON verification, against an endpoint that reads one row by its key.</summary>
internal static class VerificationBenchmark
{
    private const int Clients = 8;

    public static async Task<IReadOnlyList<Figure>> Measure(bool quick)
    {
        await using var house = await AnefHouse.Build();
        await Population.Settle(house, Night.Today, quick ? 10_000 : 100_000, 1_000);
        List<string> numbers;
        List<Guid> people;
        await using (var scope = house.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AttestationsDb>();
            numbers = await db.Attestations.Select(a => a.Number).Take(5_000).ToListAsync();
            people = await db.Coverages.Select(c => c.PersonId).Take(5_000).ToListAsync();
        }
        var url = $"http://127.0.0.1:{PostgresServer.FreePort()}";
        await using var app = Serve.Build(AnefHouse.Modules, url, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Database:ConnectionString"] = house.Database.ConnectionString,
                ["Attestations:KeysFolder"] = Path.Combine(house.Folder, "keys"),
                ["Attestations:VerificationsPerMinute"] = "0",
                ["Accounts:Local"] = "true",
                ["Proxy:Trusted"] = "127.0.0.1",
                ["Serilog:MinimumLevel:Default"] = "Error",
            });
        });
        app.MapGet("/floor/{id:guid}", async (Guid id) => Results.Json(await ByKey(house.Database.ConnectionString, id)));
        await app.StartAsync();
        using var handler = new SocketsHttpHandler();
#pragma warning disable RS0030 // a load generator is no part of the house
        using var client = new HttpClient(handler) { BaseAddress = new Uri(url) };
#pragma warning restore RS0030
        var seconds = quick ? 2 : 5;
        await Load(client, people.ConvertAll(p => $"/floor/{p}"), 1);
        await Load(client, numbers.ConvertAll(n => $"/api/verifications/{n}"), 1);
        var (ours, floor) = (new List<double>(), new List<double>());
        for (var round = 0; round < 3; round++)
        {
            floor.Add(await Load(client, people.ConvertAll(p => $"/floor/{p}"), seconds));
            ours.Add(await Load(client, numbers.ConvertAll(n => $"/api/verifications/{n}"), seconds));
        }
        await app.StopAsync();
        Console.WriteLine($"verification: {Median.Of(ours):N0} requests a second, floor {Median.Of(floor):N0}");
        return [new Figure("verification", Median.Of(ours) / Median.Of(floor), 0.6, AtLeast: true)];
    }

    private static async Task<Row?> ByKey(string database, Guid id)
    {
        await using var connection = new SqliteConnection(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Zone\", \"IssuedBy\", \"NextFrom\", \"DueOn\" FROM attestations_coverages WHERE \"PersonId\" = @id";
        command.Parameters.AddWithValue("@id", id);
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() ? new Row(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)) : null;
    }

    private sealed record Row(string Zone, string IssuedBy, string NextFrom, string DueOn);

    private static async Task<double> Load(HttpClient client, List<string> paths, int seconds)
    {
        var (count, next) = (0, 0);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
            {
                using var response = await client.GetAsync(new Uri(paths[Interlocked.Increment(ref next) % paths.Count], UriKind.Relative));
                response.EnsureSuccessStatusCode();
                Interlocked.Increment(ref count);
            }
        })));
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
