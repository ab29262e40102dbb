using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Anef.Notifications.Settings;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Anef.Notifications.Transports;

/// <summary>Hands text messages to an operator's gateway: JSON by POST, with a bearer token.</summary>
internal sealed class HttpSmsGateway : ISmsGateway, IDisposable
{
    private readonly HttpClient _http;
    private readonly ResiliencePipeline _pipeline;
    private readonly SmsOptions _options;

    public HttpSmsGateway(SmsOptions options, TimeProvider clock)
    {
        _options = options;
        _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = options.Timeout };
        if (options.Token is { Length: > 0 } token) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = 4,
                SamplingDuration = TimeSpan.FromMinutes(2),
                BreakDuration = TimeSpan.FromMinutes(1),
                ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Exception is SmsGatewayFault),
            })
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = 2,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Exception is SmsGatewayFault { MayWorkSoon: true }),
            })
            .AddTimeout(options.Timeout)
            .Build();
    }

    public bool Repeatable => false;

    public async Task Send(string to, string text, Guid reference, CancellationToken ct)
    {
        try
        {
            await _pipeline.ExecuteAsync(async token => await Post(to, text, reference, token), ct);
        }
        catch (BrokenCircuitException broken)
        {
            throw new WayClosed(broken.RetryAfter);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task Post(string to, string text, Guid reference, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _options.Url) { Content = JsonContent.Create(new { to, text, reference }) };
        request.Headers.Add("Idempotency-Key", $"{reference:N}");
        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, ct);
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            throw new SmsGatewayFault("la passerelle de SMS ne répond pas", mayWorkSoon: true, fault);
        }
        catch (Exception fault)
        {
            // The words were on their way, and nobody said whether they were taken.
            throw new MayHaveLeft(fault);
        }
        using (response) Judge(response.StatusCode);
    }

    private static void Judge(HttpStatusCode status)
    {
        if ((int)status is >= 200 and < 300) return;
        throw status switch
        {
            HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.UnprocessableEntity => new SmsRefused($"la passerelle de SMS refuse ce numéro ({(int)status})"),
            HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => new SmsGatewayFault($"la passerelle de SMS ne peut pas ({(int)status})", mayWorkSoon: true),
            _ => new SmsGatewayFault($"la passerelle de SMS refuse ({(int)status})", mayWorkSoon: false),
        };
    }
}
