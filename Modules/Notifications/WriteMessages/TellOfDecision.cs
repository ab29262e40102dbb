using Anef.Applications.Contracts;
using Anef.Notifications.Domain;
using Anef.SharedKernel.Events;

namespace Anef.Notifications.WriteMessages;

/// <summary>The answer, be it silence, and the card.</summary>
internal sealed class TellOfDecision(MessageWriter writer) : IHandleEvent<ImplicitRefusal>, IHandleEvent<DecisionNotified>, IHandleEvent<CardReady>
{
    public Task Handle(ImplicitRefusal fact, CancellationToken ct) => writer.Write(new Intent("implicitRefusal", fact.PersonId, fact.ApplicationId, $"{fact.BornOn:O}")
    {
        Deadline = fact.AppealUntil,
        Values = { ["bornOn"] = fact.BornOn },
    }, ct);

    public Task Handle(DecisionNotified fact, CancellationToken ct) => writer.Write(new Intent("decision", fact.PersonId, fact.ApplicationId, $"{fact.NotifiedOn:O}|{fact.Outcome}")
    {
        Words = fact.Outcome == DecisionOutcome.Grant ? "decisionGranted" : "decisionRefused",
        Deadline = fact.Outcome == DecisionOutcome.Grant ? null : fact.AppealUntil,
        Values = { ["notifiedOn"] = fact.NotifiedOn, ["reasons"] = fact.Reasons },
    }, ct);

    public Task Handle(CardReady fact, CancellationToken ct) => writer.Write(new Intent("cardReady", fact.PersonId, fact.ApplicationId, $"{fact.ReadyOn:O}")
    {
        Values = { ["readyOn"] = fact.ReadyOn },
    }, ct);
}
