namespace Anef.Staffing.Domain;

/// <summary>A plan that somebody keeps under a name, as it was worked out that day.</summary>
internal sealed class SavedPlan
{
    public const int LongestName = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Prefecture { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Account of who keeps it, and their name.</summary>
    public Guid AccountId { get; init; }

    public string By { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Managers of the prefecture and the ministry see it too.</summary>
    public bool Shared { get; set; }

    /// <summary>The whole of it, as JSON.</summary>
    public string Report { get; init; } = "";
}

/// <summary>Whether those who are there are enough for the next quarter. One a prefecture.</summary>
internal sealed class NeedWatch
{
    /// <summary>A warning is given again when it has been true for that long.</summary>
    private const int AgainAfterDays = 28;

    public string Prefecture { get; init; } = "";

    /// <summary>When it was last looked at.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Full-time equivalents that are there.</summary>
    public double Staff { get; private set; }

    /// <summary>Full-time equivalents with which no legal date is missed and no right is at risk.</summary>
    public double Need { get; private set; }

    public DateOnly? WarnedOn { get; private set; }

    public long Version { get; private set; }

    public bool IsShort => Staff < Need;

    /// <summary>Writes down what was found; true when somebody has to be told.</summary>
    public bool Find(DateOnly on, double staff, double need)
    {
        (On, Staff, Need) = (on, staff, need);
        if (!IsShort) WarnedOn = null;
        if (!IsShort || (WarnedOn is { } warned && on.DayNumber - warned.DayNumber < AgainAfterDays)) return false;
        WarnedOn = on;
        return true;
    }
}
