namespace Anef.Tests.Integration.Together;

/// <summary>Starts things at the same instant, each on a thread of its own.</summary>
internal static class AtOnce
{
    public static async Task Do(CancellationToken ct, params Func<Task>[] deeds)
    {
        using var gate = new Barrier(deeds.Length);
        await Task.WhenAll(deeds.Select(deed => Task.Factory.StartNew(() =>
        {
            gate.SignalAndWait(ct);
            return deed();
        }, ct, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
    }
}
