namespace Anef.Applications.Domain;

/// <summary>What lists ask of a file, in columns of their own so that the database finds and orders it.</summary>
internal sealed partial class PermitApplication
{
    /// <summary><see cref="Status"/> as of the last change.</summary>
    public string State { get; private set; } = "";

    /// <summary>The prefecture to which the file is offered; null when it is not.</summary>
    public string? OfferedTo { get; private set; }

    /// <summary>The day by which the administration has to act, past ones included; null when nothing presses.</summary>
    public DateOnly? ActBy { get; private set; }

    public DateOnly? NotifiedOn { get; private set; }

    /// <summary>Days from completeness to notification without those spent waiting for the person; null until then.</summary>
    public int? InstructionDays { get; private set; }

    private void List()
    {
        State = Status;
        FindEnd();
        OfferedTo = Undecided ? Offer?.To : null;
        ActBy = !Undecided ? null : new[] { CompleteSince is null ? null : ImplicitRefusalOn, CardDueOn, Offer?.AcceptedAtLatestOn }.Min();
        NotifiedOn = Decision?.NotifiedOn;
        InstructionDays = NotifiedOn is { } end && CompleteSince is { } since && since <= end ? end.DayNumber - since.DayNumber - DaysOfThePerson(since, end) : null;
    }

    private int DaysOfThePerson(DateOnly since, DateOnly end) => Requests
        .SelectMany(r => Enumerable.Range(r.AskedOn.DayNumber, Math.Max(0, (r.MetOn ?? end).DayNumber - r.AskedOn.DayNumber)))
        .Where(day => day >= since.DayNumber && day < end.DayNumber).Distinct().Count();
}
