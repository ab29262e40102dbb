namespace Anef.Applications.Contracts;

/// <summary>How long decisions have really taken, for those who ask what to expect.</summary>
public interface IDelays
{
    /// <summary>The delay measured for a procedure in a prefecture; null when too few decisions were notified to say anything.</summary>
    Task<MeasuredDelay?> Of(string procedure, string prefecture, CancellationToken ct);
}

/// <summary>Days from the complete file to the notified decision; days spent waiting for the person are left out.</summary>
/// <param name="P50">Half of the decisions took no longer.</param>
/// <param name="P80">Eight in ten took no longer.</param>
/// <param name="Sample">How many decisions were measured.</param>
/// <param name="From">First day of the period.</param>
/// <param name="Until">Last day of the period.</param>
public sealed record MeasuredDelay(int P50, int P80, int Sample, DateOnly From, DateOnly Until);
