namespace Anef.Staffing.Domain.Planning;

/// <summary>What a staff is to be enough for, in 95 runs of 100. In each, the work that waits at the end is also no more than at the start, or than what comes in a twelfth of the plan: a stock that swells misses its dates later.</summary>
internal enum PlanTarget
{
    /// <summary>No legal date passes in silence.</summary>
    NoLegalDateMissed,

    /// <summary>That, and on no day is anybody's cover at risk.</summary>
    NoLegalDateMissedNorRightAtRisk,

    /// <summary>Four files in five are decided within the days wanted.</summary>
    TargetDelay,
}
