using System.Diagnostics;

namespace Anef.Benchmarks.Pages;

/// <summary>A few browsers on this machine, each with the session of somebody else at every request.</summary>
internal sealed class Browsers(Uri site) : IDisposable
{
    private const int Clients = 8;
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { UseCookies = false });

    public void Dispose() => _client.Dispose();

    /// <summary>Keeps what a browser keeps after its first page: the cookie that its forms are tied to.</summary>
    public async Task<IReadOnlyList<Visit>> Open(IEnumerable<Visit> visits)
    {
        var kept = new Dictionary<string, string>();
        var opened = new List<Visit>();
        foreach (var visit in visits)
        {
            if (!kept.TryGetValue(visit.Cookie, out var cookies))
            {
                using var first = await Send(visit);
                kept[visit.Cookie] = cookies = string.Join("; ", first.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Prepend(visit.Cookie));
            }
            opened.Add(visit with { Cookie = cookies });
        }
        return opened;
    }

    /// <summary>Requests answered a second, and the processor's milliseconds for each, browsers included: those say the same on a machine that others use too.</summary>
    public async Task<(double Rate, double Processor)> Rate(IReadOnlyList<Visit> visits, double seconds)
    {
        var (count, next) = (0, Random.Shared.Next(visits.Count));
        using var process = Process.GetCurrentProcess();
        var (started, spent) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
            {
                using var response = await Send(visits[Interlocked.Increment(ref next) % visits.Count]);
                Interlocked.Increment(ref count);
            }
        })));
        process.Refresh();
        return (count / Stopwatch.GetElapsedTime(started).TotalSeconds, (process.TotalProcessorTime - spent).TotalMilliseconds / count);
    }

    /// <summary>Milliseconds of each, one after the other.</summary>
    public async Task<IReadOnlyList<double>> Times(IReadOnlyList<Visit> visits)
    {
        var times = new List<double>();
        foreach (var visit in visits)
        {
            var started = Stopwatch.GetTimestamp();
            using var response = await Send(visit);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return times;
    }

    private async Task<HttpResponseMessage> Send(Visit visit)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site, visit.Path));
        request.Headers.Add("Cookie", visit.Cookie);
        var response = await _client.SendAsync(request, default);
        await response.Content.ReadAsByteArrayAsync();
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{visit.Path}: {response.StatusCode}");
        return response;
    }
}

/// <summary>A page that somebody opens.</summary>
internal sealed record Visit(string Cookie, string Path);
