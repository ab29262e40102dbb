namespace Anef.Tests.Browser;

/// <summary>Real time, and as much later as a test says.</summary>
public sealed class LaterClock : TimeProvider
{
    private long _later;

    /// <summary>Lets so much time pass.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref _later, time.Ticks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _later));
}
