namespace Anef.Procedures.Domain;

/// <summary>The ministry's list of procedures that must be asked online (annex 9), with the day on which each joined it.</summary>
internal sealed record OnlineRules : RuleVersion
{
    public required string Article { get; init; }

    /// <summary>For a procedure on the list whose day of joining is not known.</summary>
    public required DateOnly AssumedFrom { get; init; }

    public required IReadOnlyDictionary<string, OnlineListing> Listed { get; init; }

    public DateOnly? Since(string procedure) => Listed.TryGetValue(procedure, out var listing) ? listing.From ?? AssumedFrom : null;

    public bool IsOnline(string procedure, string department, DateOnly on) =>
        Listed.TryGetValue(procedure, out var listing)
        && (listing.From ?? AssumedFrom) <= on
        && (listing.Departments is null || listing.Departments.Contains(department));
}

/// <summary>One line of the list.</summary>
internal sealed record OnlineListing
{
    public required Certainty Certainty { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>Null: everywhere.</summary>
    public IReadOnlyList<string>? Departments { get; init; }
}
