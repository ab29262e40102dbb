using Anef.Applications.Contracts;
using Anef.Notifications.Domain;
using Anef.SharedKernel.Events;

namespace Anef.Notifications.WriteMessages;

/// <summary>Whoever holds a document that ends, and has filed nothing.</summary>
internal sealed class TellOfWindows(MessageWriter writer) : IHandleEvent<WindowOpened>, IHandleEvent<WindowReminderDue>
{
    public Task Handle(WindowOpened fact, CancellationToken ct) => writer.Write(new Intent("windowOpens", fact.PersonId, null, $"{fact.Procedure}|{fact.HeldUntil:O}")
    {
        Deadline = fact.Deadline,
        Values = { ["heldUntil"] = fact.HeldUntil },
    }, ct);

    public Task Handle(WindowReminderDue fact, CancellationToken ct) => writer.Write(new Intent("windowReminder", fact.PersonId, null, $"{fact.Procedure}|{fact.HeldUntil:O}|{fact.Deadline:O}|{fact.DaysLeft}")
    {
        Words = fact.Late ? "windowReminderLate" : "windowReminder",
        Deadline = fact.Deadline,
        Values = { ["heldUntil"] = fact.HeldUntil },
    }, ct);
}
