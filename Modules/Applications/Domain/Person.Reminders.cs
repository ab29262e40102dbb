using Anef.Applications.Contracts;

namespace Anef.Applications.Domain;

internal sealed partial class Person
{
    /// <summary>The last day whose reminders were looked at.</summary>
    public DateOnly RemindedThrough { get; private set; }

    /// <summary>The day on which the next one falls due; null when none does.</summary>
    public DateOnly? NextReminderOn { get; private set; }

    public void Plan(IReadOnlyList<Rung> ladder) => NextReminderOn = Gone ? null : ladder.FirstOrDefault(rung => rung.On > RemindedThrough)?.On;

    /// <summary>Tells the latest rung that has passed, once, unless something is filed; then looks ahead.</summary>
    public void Remind(IReadOnlyList<Rung> ladder, bool filed, DateOnly today)
    {
        var due = ladder.LastOrDefault(rung => rung.On > RemindedThrough && rung.On <= today);
        RemindedThrough = today;
        Plan(ladder);
        if (due is null || filed || Gone) return;
        if (due.Opens) Tell(new WindowOpened(Id, due.Procedure, due.HeldUntil, due.Closes ?? due.HeldUntil));
        else TellReminder(due, today);
    }

    private void TellReminder(Rung due, DateOnly today)
    {
        var late = due.Closes < today;
        var deadline = late || due.Closes is null ? due.HeldUntil : due.Closes.Value;
        Tell(new WindowReminderDue(Id, due.Procedure, due.HeldUntil, deadline, Math.Max(0, deadline.DayNumber - today.DayNumber), late));
    }
}
