using Anef.SharedKernel.Status;

namespace Anef.Host.Information;

/// <summary>Looks at every sign, at most once in a while: whoever reloads the page costs nothing.</summary>
internal sealed class StatusBoard(IServiceScopeFactory scopes, TimeProvider clock, ILogger<StatusBoard> log) : IDisposable
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim _one = new(1);
    private Reading? _last;

    public async Task<Reading> Read(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (_last is { } last && clock.GetUtcNow() - last.At < Keep) return last;
            await using var scope = scopes.CreateAsyncScope();
            var states = new List<(string, SignState)>();
            foreach (var sign in scope.ServiceProvider.GetServices<ISign>()) states.Add((sign.Key, await Look(sign, ct)));
            return _last = new(clock.GetUtcNow(), states);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>A sign that cannot be looked at is a bad one.</summary>
    private async Task<SignState> Look(ISign sign, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            return await sign.Look(patience.Token);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(fault, "The sign {Sign} cannot be read", sign.Key);
            return new(SignLevel.Down, clock.GetUtcNow());
        }
    }

    public sealed record Reading(DateTimeOffset At, IReadOnlyList<(string Key, SignState State)> Signs)
    {
        public SignLevel Worst => Signs.Select(s => s.State.Level).DefaultIfEmpty().Max();
    }
}
