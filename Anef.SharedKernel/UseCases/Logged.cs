using System.Diagnostics;
using Anef.SharedKernel.Rules;
using Microsoft.Extensions.Logging;

namespace Anef.SharedKernel.UseCases;

/// <summary>Writes one line a use case: which, how long, how it ended. Never the request: it holds personal data.</summary>
public sealed class Logged<TRequest, TResponse>(IUseCase<TRequest, TResponse> inner, ILogger<Logged<TRequest, TResponse>> log)
    : IUseCase<TRequest, TResponse>
{
    /// <inheritdoc/>
    public async Task<TResponse> Handle(TRequest request, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var name = typeof(TRequest).DeclaringType?.Name ?? typeof(TRequest).Name;
        try
        {
            var response = await inner.Handle(request, ct);
            log.LogInformation("{UseCase} done in {Milliseconds} ms", name, Elapsed());
            return response;
        }
        catch (RuleBroken refusal)
        {
            log.LogInformation("{UseCase} refused, {Code}, in {Milliseconds} ms", name, refusal.Code, Elapsed());
            throw;
        }

        long Elapsed() => (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
