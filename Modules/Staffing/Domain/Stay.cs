namespace Anef.Staffing.Domain;

/// <summary>A request in the stock of a prefecture, as one procedure, from a day to a day. What reports count.</summary>
/// <remarks>It enters by being filed, transferred or requalified, and leaves by a notified decision, an ending, a transfer or a requalification: stock at a day is what entered before and has not left.</remarks>
internal sealed class Stay
{
    public Guid ApplicationId { get; init; }

    /// <summary>From 0, in order.</summary>
    public int Sequence { get; init; }

    public string Prefecture { get; init; } = "";

    public string? Site { get; init; }

    public string Procedure { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Channel { get; init; } = "";

    public bool Restricted { get; init; }

    public int FromDay { get; init; }

    public Entry FromBy { get; init; }

    /// <summary>The day on which it left; null while it is there.</summary>
    public int? UntilDay { get; init; }

    public Exit? UntilBy { get; init; }

    /// <summary>The day of filing, which no move changes: age is counted from it.</summary>
    public int FiledDay { get; init; }

    public int? CompleteDay { get; init; }

    /// <summary>Days from completeness to notification without those spent waiting for the person; of the stay that ended with a decision.</summary>
    public int? DecisionDays { get; init; }

    /// <summary>Seconds that officers spent on it; of the stay that ended with a decision, where it is known.</summary>
    public int? OfficerSeconds { get; init; }

    /// <summary>Days from filing to completeness; of the first stay.</summary>
    public int? CompletenessDays { get; init; }

    /// <summary>How often documents were asked for; of the last stay.</summary>
    public int DocumentRequests { get; init; }

    /// <summary>The day on which silence became a refusal; of the stay in which it did.</summary>
    public int? SilenceDay { get; init; }

    /// <summary>Account of the officer who had it when it left; null for nobody.</summary>
    public Guid? Officer { get; init; }
}

internal enum Entry
{
    Filed,
    TransferredIn,
    RequalifiedIn,
}

internal enum Exit
{
    Granted,
    Refused,
    Withdrawn,
    Closed,
    TransferredOut,
    RequalifiedOut,
}
