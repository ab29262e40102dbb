namespace Anef.Host.Jobs;

/// <summary>Work behind the scenes begins a second after the host listens: whoever asks first need not share the processors with it.</summary>
internal sealed class FirstAnswers(IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private static readonly TimeSpan Head = TimeSpan.FromSeconds(1);

    /// <summary>Ends when the work may begin.</summary>
    /// <exception cref="OperationCanceledException">The host stops before.</exception>
    public async Task Given(CancellationToken ct)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);
        await Task.Delay(Head, clock, ct);
    }
}
