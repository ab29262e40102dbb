namespace Anef.Staffing.Domain;

/// <summary>What the order of the worklist weighs, in points and days: the ministry's, from a day on. Each part grows evenly from nothing at its horizon to all of its points on the day itself.</summary>
internal sealed class Weights
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>First day on which they order the list.</summary>
    public DateOnly From { get; init; }

    /// <summary>Coverage that ends without a successor.</summary>
    public int CoverPoints { get; init; } = 400;

    public int CoverHorizonDays { get; init; } = 60;

    /// <summary>A legal date: silence, a card due to a refugee.</summary>
    public int LegalPoints { get; init; } = 300;

    public int LegalHorizonDays { get; init; } = 45;

    /// <summary>Victims, and people to whom nothing may be sent.</summary>
    public int DangerPoints { get; init; } = 250;

    public int BeneficiaryPoints { get; init; } = 80;

    /// <summary>A job or a benefit hangs on the permit.</summary>
    public int WorkPoints { get; init; } = 90;

    /// <summary>Age since complete, all of it at the horizon.</summary>
    public int AgePoints { get; init; } = 120;

    public int AgeHorizonDays { get; init; } = 365;

    /// <summary>It waits for us, not for the person.</summary>
    public int OursPoints { get; init; } = 60;

    /// <summary>Coverage that ends within so many days puts a file on top.</summary>
    public int CoverAlertDays { get; init; } = 15;

    /// <summary>A legal date within so many days does.</summary>
    public int LegalAlertDays { get; init; } = 10;

    /// <summary>Account that set them; null for those of the first day.</summary>
    public Guid? By { get; init; }

    public string ByName { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public string Why { get; init; } = "";
}
