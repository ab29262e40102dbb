using System.Diagnostics;
using Anef.Tests.Support;

namespace Anef.Benchmarks;

/// <summary>From the start of the process to the first answered request, on an existing database, against an empty host.</summary>
internal static class StartBenchmark
{
    public static async Task<IReadOnlyList<Figure>> Measure(bool quick)
    {
        await using var house = await AnefHouse.Build();
        var rounds = quick ? 3 : 7;
        var host = Path.Combine(AppContext.BaseDirectory, "Anef.Host.dll");
        var own = Path.Combine(AppContext.BaseDirectory, "Anef.Benchmarks.dll");
        await Time([host, "--urls"], "/health/live", house);
        var (ours, floor) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            floor.Add(await Time([own, "empty-host"], "/", house));
            ours.Add(await Time([host, "--urls"], "/health/live", house));
        }
        Console.WriteLine($"start: {Median.Of(ours):0.00} s, empty host {Median.Of(floor):0.00} s");
        return [new Figure("start", Median.Of(ours) / Median.Of(floor), 3)];
    }

    private static async Task<double> Time(string[] command, string path, AnefHouse house)
    {
        var url = $"http://127.0.0.1:{PostgresServer.FreePort()}";
        var start = new ProcessStartInfo("dotnet", [.. command, url]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = house.Folder };
        start.Environment["Database__ConnectionString"] = house.Database.ConnectionString;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        (start.Environment["Accounts__Local"], start.Environment["Proxy__Trusted"]) = ("true", "127.0.0.1");
        using var client = new SocketsHttpHandler();
        using var invoker = new HttpMessageInvoker(client);
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            while (true)
            {
                if (process.HasExited) throw new InvalidOperationException("the host stopped before it answered");
                try
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url + path));
                    using var response = await invoker.SendAsync(request, default);
                    if (response.IsSuccessStatusCode) return Stopwatch.GetElapsedTime(started).TotalSeconds;
                }
                catch (HttpRequestException) { await Task.Delay(5); }
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }
}
