using System.Diagnostics;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Anef.Staffing.ReportWorkload;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Report = Anef.Staffing.ReportWorkload.ReportWorkload;

namespace Anef.Benchmarks;

/// <summary>The national report of a month over five million events of three years, against the same figures asked in plain SQL: at most twice as long.</summary>
internal static class ReportBenchmark
{
    private const int Events = 5_000_000, Quick = 200_000, Chunk = 50_000, Days = 3 * 365;
    private static readonly DateOnly Until = new(2026, 10, 31), From = new(2026, 10, 1);
    private static readonly string[] Procedures = ["CJF", "PEF", "SAL", "ETU-R", "ETU-1", "CR-R", "CRA", "VIS", "LPF", "PS"];
    private static readonly string[] Channels = ["online", "online", "online", "counter", "post"];

    public static Task<IReadOnlyList<Figure>> Measure(bool quick) => EachDatabase.Measure("report", async (provider, database) =>
    {
        var name = $"report.{database}";
        await using var house = await AnefHouse.Build(provider, Until.AddDays(1).ToDateTime(new(8, 0)));
        var events = quick ? Quick : Events;
        await Fill(house, events);
        return [await Compare(house, name, events)];
    });

    private static async Task<Figure> Compare(AnefHouse house, string name, int events)
    {
        await using var connection = await house.Database.Connect();
        var floor = new ReportFloor(connection, From.DayNumber, Until.DayNumber);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < 4; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var report = await house.Ask<Report.Request, WorkloadReport>(new(null, From, Until));
            var middle = Stopwatch.GetTimestamp();
            var plain = await floor.Run();
            Check(report.Rows[^1], plain);
            if (round == 0) continue; // compiles, and warms the database
            ours.Add(Stopwatch.GetElapsedTime(started, middle).TotalSeconds);
            theirs.Add(Stopwatch.GetElapsedTime(middle).TotalSeconds);
        }
        Console.WriteLine($"{name}: {events:N0} events, program {Median.Of(ours):0.00} s, floor {Median.Of(theirs):0.00} s");
        return new(name, Median.Of(ours.Zip(theirs, (one, other) => one / other)), 2);
    }

    private static void Check(ReportRow total, ReportFloor.Total plain)
    {
        var ours = new ReportFloor.Total(total.Opening ?? 0, total.Inflow ?? 0, total.Outflow ?? 0, total.Closing ?? 0, total.DelayP50, total.DelayP80, total.OldestDays, total.AttestationsIssued ?? 0, total.RenewalsIssued ?? 0, total.PeopleCovered ?? 0, total.GapDays ?? 0);
        if (ours != plain) throw new InvalidOperationException($"the program says {ours}, plain SQL {plain}");
    }

    /// <summary>Of ten events: three and a half stays, six attestations, half a gap.</summary>
    private static async Task Fill(AnefHouse house, int events)
    {
        var places = house.Services.GetRequiredService<PrefectureCatalog>().All.Select(p => p.Code).ToList();
        var lot = new Random(11);
        await using var scope = house.Scope();
        var db = scope.ServiceProvider.GetRequiredService<StaffingDb>();
        for (var done = 0; done < events; done += Chunk)
        {
            var stays = Enumerable.Range(0, Chunk * 35 / 100).Select(_ => Stay(lot, places)).ToList();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.BulkInsert(stays, default);
            await db.BulkInsert(Enumerable.Range(0, Chunk * 60 / 100).Select(i => Attestation(done + i, lot, stays[lot.Next(stays.Count)])).ToList(), default);
            await db.BulkInsert(Enumerable.Range(0, Chunk * 5 / 100).Select(_ => Gap(lot, stays[lot.Next(stays.Count)])).ToList(), default);
            await transaction.CommitAsync();
        }
        // What a database that has lived knows of itself.
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static Stay Stay(Random lot, List<string> places)
    {
        var filed = Until.DayNumber - lot.Next(Days);
        var until = filed + 20 + lot.Next(200);
        var (left, complete) = (until <= Until.DayNumber, filed + lot.Next(30));
        return new()
        {
            ApplicationId = Guid.CreateVersion7(), Prefecture = places[Math.Min(lot.Next(places.Count), lot.Next(places.Count))], Procedure = Procedures[Math.Min(lot.Next(Procedures.Length), lot.Next(Procedures.Length))], Kind = "renewal",
            Channel = Channels[lot.Next(Channels.Length)], FromDay = filed, FiledDay = filed, UntilDay = left ? until : null, UntilBy = !left ? null : lot.Next(10) == 0 ? Exit.Refused : Exit.Granted, CompleteDay = complete,
            CompletenessDays = complete - filed, DecisionDays = left ? Math.Max(0, until - complete) : null, DocumentRequests = lot.Next(5) == 0 ? 1 : 0, SilenceDay = !left && lot.Next(3) == 0 ? Until.DayNumber - lot.Next(90) : null,
        };
    }

    private static CountedAttestation Attestation(int i, Random lot, Stay of) => new()
    {
        Number = $"B-{i:D10}", ApplicationId = of.ApplicationId, PersonId = of.ApplicationId, Prefecture = of.Prefecture, Procedure = of.Procedure, Kind = lot.Next(4) == 0 ? "FilingConfirmation" : "Extension", Renewal = lot.Next(3) == 0,
        Day = Math.Min(Until.DayNumber, of.FromDay + lot.Next(120)),
    };

    private static CountedGap Gap(Random lot, Stay of)
    {
        var from = of.FromDay + lot.Next(60);
        return new() { ApplicationId = of.ApplicationId, PersonId = Guid.CreateVersion7(), Prefecture = of.Prefecture, Procedure = of.Procedure, FromDay = from, ToDay = from + lot.Next(40) };
    }
}
