using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Anef.Host.Seed;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.KeepWorkload;
using Anef.Staffing.ListWork;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Benchmarks;

/// <summary>A seeded country of a million requests: how long the seed takes, pages of 50 of its largest worklist, and the change of day against a plain <c>UPDATE</c> of the same rows.</summary>
/// <remarks><c>--people N</c> for another size.</remarks>
internal static class WorklistBenchmark
{
    private const string Largest = "93";
    private const int People = 720_000, Quick = 30_000;
    private const double SeedSeconds = 300, Page = 50, Update = 2;
    private static readonly DateOnly Until = new(2026, 10, 31);
    private static readonly string?[] Queued = [null, "decision", "personne", "echeance", "restreints", "transferes"];

    public static Task<IReadOnlyList<Figure>> Measure(bool quick) => EachDatabase.Measure("worklist", async (provider, database) =>
    {
        await using var house = await AnefHouse.Build(provider, Until.AddDays(1).ToDateTime(new(8, 0)), builder => builder.Services.AddScoped(_ => TestAccess.Agent(Role.TeamManager, Largest)));
        return [await Seed(house, database, CommandLine.People(quick ? Quick : People)), await Pages(house, database), await ScoreTheDay(house, database)];
    });

    private static async Task<Figure> Seed(AnefHouse house, string database, int people)
    {
        var started = Stopwatch.GetTimestamp();
        if (await SeedRun.Run(house.Services, new SeedOrder(people, 3, 7, Until), _ => { }, default) is { } fault) throw new InvalidOperationException(fault);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await using var connection = await house.Database.Connect();
        var requests = await Number(connection, "SELECT COUNT(*) FROM staffing_files");
        Console.WriteLine($"seed.{database}: {requests:N0} requests of {people:N0} people in {seconds:0} s");
        return new($"seed.{database}.million", seconds * 1e6 / requests, SeedSeconds);
    }

    /// <summary>Page after page of each queue, as the page asks for it.</summary>
    private static async Task<Figure> Pages(AnefHouse house, string database)
    {
        var times = new List<double>();
        for (var round = 0; round < 4; round++)
            foreach (var queue in Queued)
            {
                var after = (string?)null;
                for (var page = 0; page < 5; page++)
                {
                    var started = Stopwatch.GetTimestamp();
                    var found = await house.Ask<ListWork.Request, ListWork.Page>(new(Largest, queue, After: after, Take: 50));
                    if (round > 0) times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds); // the first time compiles
                    if ((after = found.Next) is null) break;
                }
            }
        var sorted = times.Order().ToList();
        Console.WriteLine($"worklist.{database}: {Median.Of(sorted):0.0} ms at the median, {sorted[sorted.Count * 95 / 100]:0.0} ms at 95 %, of {sorted.Count} pages of 50");
        return new($"worklist.{database}.ms", Median.Of(sorted), Page);
    }

    /// <summary>Every file is open for this: a million of them are weighed anew.</summary>
    private static async Task<Figure> ScoreTheDay(AnefHouse house, string database)
    {
        await using var connection = await house.Database.Connect();
        await Number(connection, "UPDATE staffing_files SET \"Open\" = TRUE, \"Zone\" = 'Europe/Paris'");
        var (ours, floor, files) = (new List<double>(), new List<double>(), 0L);
        for (var day = Until.AddDays(2); ours.Count < 3; day = day.AddDays(2))
        {
            ours.Add(await Time(() => Job(house, day), connection));
            floor.Add(await Time(async () => files = await Plain(connection, day.AddDays(1)), connection));
        }
        var ratio = Median.Of(ours.Zip(floor, (one, other) => one / other));
        Console.WriteLine($"score-day.{database}: {files:N0} files, program {Median.Of(ours):0.0} s, floor {Median.Of(floor):0.0} s");
        return new($"score-day.{database}", ratio, Update);
    }

    private static async Task Job(AnefHouse house, DateOnly day)
    {
        await using var scope = house.Scope();
        await ActivatorUtilities.CreateInstance<ScoreTheDayJob>(scope.ServiceProvider).Run(new CivilDay(CivilTime.Paris, day), default);
    }

    private static Task<long> Plain(DbConnection connection, DateOnly day) => Number(connection, string.Create(CultureInfo.InvariantCulture,
        $"UPDATE staffing_files SET \"Score\" = \"Score\", \"OnTop\" = \"OnTop\", \"ScoredDay\" = {day.DayNumber} WHERE \"Zone\" = 'Europe/Paris' AND \"Open\" AND \"ScoredDay\" < {day.DayNumber}"));

    private static async Task<double> Time(Func<Task> what, DbConnection connection)
    {
        // What the writes before have left behind is not this one's to clean up.
        await Number(connection, connection is Npgsql.NpgsqlConnection ? "VACUUM staffing_files" : "PRAGMA wal_checkpoint(TRUNCATE)");
        var started = Stopwatch.GetTimestamp();
        await what();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <returns>The one number, or how many rows were touched.</returns>
    private static async Task<long> Number(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // words and numbers of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        return sql.StartsWith("SELECT", StringComparison.Ordinal) ? Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) : await command.ExecuteNonQueryAsync();
    }
}
