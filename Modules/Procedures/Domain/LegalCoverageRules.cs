namespace Anef.Procedures.Domain;

/// <summary>For how long, and for whom, the expired card itself goes on: art. L.433-3.</summary>
internal sealed record LegalCoverageRules : RuleVersion
{
    public required CoverageAsOfRight AsOfRight { get; init; }

    public required CoverageInDepartments InListedDepartments { get; init; }
}

/// <summary>First paragraph: long permits, everywhere.</summary>
internal sealed record CoverageAsOfRight(string Article, Delay Lasts, IReadOnlyDictionary<string, LeastDuration> Titles);

/// <summary>How long a permit must have been valid, in whole months.</summary>
internal sealed record LeastDuration
{
    public int? AtLeastMonths { get; init; }

    public int? MoreThanMonths { get; init; }
}

/// <summary>Second paragraph: any other permit, where the minister listed the department.</summary>
internal sealed record CoverageInDepartments(string Article, Delay Lasts, HashSet<string> ExceptTitles);
