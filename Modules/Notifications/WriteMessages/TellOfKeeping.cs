using Anef.Applications.Contracts;
using Anef.Notifications.Domain;
using Anef.SharedKernel.Events;

namespace Anef.Notifications.WriteMessages;

/// <summary>What will be destroyed, before it is; and what became of a correction that was asked for.</summary>
internal sealed class TellOfKeeping(MessageWriter writer) : IHandleEvent<DestructionAnnounced>, IHandleEvent<DraftEnding>, IHandleEvent<CorrectionAnswered>
{
    public Task Handle(DestructionAnnounced fact, CancellationToken ct) => writer.Write(new Intent("destructionAnnounced", fact.PersonId, fact.ApplicationId, $"{fact.Thing}|{fact.On:O}")
    {
        Values = { ["thing"] = new Term("thing", fact.Thing), ["destroyedOn"] = fact.On },
    }, ct);

    /// <remarks>Whoever no file knows is told by the module that knows their account.</remarks>
    public Task Handle(DraftEnding fact, CancellationToken ct) => fact.PersonId is not { } person ? Task.CompletedTask
        : writer.Write(new Intent("draftEnding", person, null, $"{fact.DraftId:N}|{fact.On:O}") { Values = { ["destroyedOn"] = fact.On } }, ct);

    public Task Handle(CorrectionAnswered fact, CancellationToken ct) => writer.Write(new Intent("correctionAnswered", fact.PersonId, null, $"{fact.CorrectionId:N}")
    {
        Words = fact.Accepted ? "correctionAccepted" : "correctionRefused",
        Values = { ["field"] = new Term("field", fact.Field), ["reason"] = string.IsNullOrWhiteSpace(fact.Reason) ? null : fact.Reason },
    }, ct);
}
