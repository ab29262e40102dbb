using System.Globalization;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Anef.SharedKernel.Live;

/// <summary>The live feed as server-sent events, for the person who has signed in.</summary>
public static class LiveStream
{
    /// <summary>A sign of life, and the occasion to ask whether the session still stands.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    /// <summary>Serves it at an address; who may use it is said by the caller.</summary>
    public static RouteHandlerBuilder MapLive(this IEndpointRouteBuilder routes, string address) => routes.MapGet(address, Serve);

    private static async Task Serve(HttpContext http, Visitor visitor, LiveFeed feed, LiveSeats seats, TimeProvider clock)
    {
        if (visitor is not { AccountId: { } account, PersonId: { } person })
        {
            // The browser then does not ask again: there is nothing to tell yet.
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }
        using var seat = seats.Take(account);
        if (seat is null)
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }
        var stopping = http.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            using var listener = await feed.Listen(person, Since(http.Request), over.Token);
            Open(http);
            await http.Response.WriteAsync("retry: 1000\n\n", over.Token);
            await http.Response.Body.FlushAsync(over.Token);
            await Speak(http, listener, clock, over.Token);
        }
        catch (OperationCanceledException) { /* the page was left, or the host stops */ }
    }

    private static void Open(HttpContext http)
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
    }

    private static async Task Speak(HttpContext http, LiveListener listener, TimeProvider clock, CancellationToken ct)
    {
        var beat = Task.Delay(Beat, clock, ct);
        var heard = listener.Notes.WaitToReadAsync(ct).AsTask();
        while (true)
        {
            await Task.WhenAny(beat, heard);
            if (heard.IsCompleted)
            {
                LiveNote? last = null;
                while (listener.Notes.TryRead(out var note)) last = note;
                if (last is not null) await http.Response.WriteAsync(Written(last), ct);
                heard = listener.Notes.WaitToReadAsync(ct).AsTask();
            }
            else
            {
                if (!await SessionCheck.StillStands(http)) return;
                await http.Response.WriteAsync(": \n\n", ct);
                beat = Task.Delay(Beat, clock, ct);
            }
            await http.Response.Body.FlushAsync(ct);
        }
    }

    private static string Written(LiveNote note) => string.Create(CultureInfo.InvariantCulture, $"id: {note.Position}\nevent: change\ndata: {note.ApplicationId}\n\n");

    /// <summary>What the browser heard last, or the place at which the page was made.</summary>
    private static long Since(HttpRequest request)
    {
        var said = request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : request.Query["depuis"].ToString();
        return long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var since) ? since : 0;
    }
}
