namespace Anef.Staffing.Domain.Planning;

/// <summary>What a staff leads to.</summary>
/// <param name="BacklogGoneOn">The day from which no file waits for longer than it should up to the end, in the run of the middle; null when there is no such day within the plan.</param>
internal sealed record PlanOutcome(double Staff, IReadOnlyList<PlanMonth> Months, DateOnly? BacklogGoneOn);

/// <param name="Month">Its first day.</param>
/// <param name="Stock">Files that wait on its last evening.</param>
/// <param name="RightsAtRiskDays">Days, person by person, on which nothing covered somebody but what an officer does.</param>
/// <param name="LegalDatesMissed">Legal dates that passed in silence.</param>
/// <param name="Delay">Days from arrival to decision of half of what was decided.</param>
/// <param name="Delay80">Of four in five.</param>
internal sealed record PlanMonth(DateOnly Month, Band Stock, Band RightsAtRiskDays, Band LegalDatesMissed, Band Inflow, Band Outflow, Band Delay, Band Delay80);

/// <summary>One run in ten is at or under <see cref="P10"/>, one in two at or under <see cref="P50"/>, nine in ten at or under <see cref="P90"/>.</summary>
internal readonly record struct Band(double P10, double P50, double P90)
{
    /// <summary>Of one value a run.</summary>
    public static Band Of(double[] values)
    {
        Array.Sort(values);
        return new(At(values, 10), At(values, 50), At(values, 90));
    }

    /// <summary>The smallest value that so many percent of the runs do not exceed.</summary>
    private static double At(double[] sorted, int percent) => sorted.Length == 0 ? 0 : sorted[Math.Max(0, ((sorted.Length * percent) + 99) / 100 - 1)];
}
