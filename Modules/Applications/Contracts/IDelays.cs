namespace Anef.Applications.Contracts;

/// <summary>How long requests take, as measured.</summary>
public interface IDelays
{
    /// <summary>Days from a complete file to the decision, days waiting for the person left out; null when too few were decided to say.</summary>
    Task<MeasuredDelay?> Of(string procedure, string prefecture, CancellationToken ct);
}

/// <summary>A measured delay in days, with its sample and the days between which those were decided.</summary>
public sealed record MeasuredDelay(int P50, int P80, int Sample, DateOnly From, DateOnly To);
