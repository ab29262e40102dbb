using Anef.Notifications.Settings;
using MailKit.Net.Smtp;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Anef.Notifications.Transports;

/// <summary>What every attempt to send goes through: a time-out, inside retries, inside a circuit breaker. One for the whole host.</summary>
internal sealed class MailPipeline(MailOptions options, TimeProvider clock)
{
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = 4,
            SamplingDuration = TimeSpan.FromMinutes(2),
            BreakDuration = TimeSpan.FromMinutes(1),
            ShouldHandle = outcome => ValueTask.FromResult(NoAnswer(outcome.Outcome.Exception)),
        })
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            Delay = options.RetryDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = outcome => ValueTask.FromResult(NoAnswer(outcome.Outcome.Exception) && outcome.Outcome.Exception is not MayHaveLeft),
        })
        .AddTimeout(options.Timeout)
        .Build();

    /// <exception cref="WayClosed">The circuit is broken; nothing was tried.</exception>
    public async Task Run(Func<CancellationToken, Task> attempt, CancellationToken ct)
    {
        try
        {
            await _pipeline.ExecuteAsync(async token => await attempt(token), ct);
        }
        catch (BrokenCircuitException broken)
        {
            throw new WayClosed(broken.RetryAfter);
        }
    }

    /// <summary>The server did not work; what it refused in so many words, it will refuse again in a second.</summary>
    private static bool NoAnswer(Exception? fault) => fault is not (null or SmtpCommandException or OperationCanceledException or FormatException or MailKit.Security.AuthenticationException);
}
