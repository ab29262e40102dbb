namespace Anef.Procedures.Domain;

/// <summary>Months, then days, of the civil calendar; a month that is too short ends it on its last day.</summary>
internal sealed record Delay
{
    public int Months { get; init; }

    public int Days { get; init; }

    public DateOnly After(DateOnly day) => day.AddMonths(Months).AddDays(Days);

    public DateOnly Before(DateOnly day) => day.AddMonths(-Months).AddDays(-Days);

    public string Words => (Months, Days) switch
    {
        (0, var days) => $"{days} jours",
        (var months, 0) => $"{months} mois",
        var (months, days) => $"{months} mois et {days} jours",
    };
}
