using Anef.SharedKernel.Events;

namespace Anef.Applications.Contracts;

/// <summary>A fact about a person; whoever keeps something of them looks again.</summary>
public interface IPersonEvent : IEvent
{
    /// <summary>The person.</summary>
    Guid PersonId { get; }
}

/// <summary>A fact about a filed request.</summary>
public interface IApplicationEvent : IPersonEvent
{
    /// <summary>The request.</summary>
    Guid ApplicationId { get; }
}

/// <summary>A person was registered or their data changed (address, contact, civil status, held document).</summary>
public sealed record PersonChanged(Guid PersonId, string Change) : IPersonEvent;

/// <summary>Too early to file: a draft is kept and nothing is lost.</summary>
public sealed record DraftKept(Guid PersonId, Guid ApplicationId, DateOnly OpensOn, string Procedure) : IEvent;

/// <summary>A request was filed.</summary>
public sealed record ApplicationFiled(Guid PersonId, Guid ApplicationId, string Number, string Procedure, string Kind, string Channel, DateOnly FiledOn,
    string Timeliness, DateOnly? WindowOpens, DateOnly? WindowCloses, decimal? LateFee) : IApplicationEvent;

/// <summary>An officer asked for documents.</summary>
/// <param name="Request">Which request of this file it is, from 1: the same may be asked for again.</param>
public sealed record DocumentsRequested(Guid PersonId, Guid ApplicationId, IReadOnlyList<string> Documents, DateOnly? Due, int Request) : IApplicationEvent;

/// <summary>The due date of a document request is near and something is still missing.</summary>
public sealed record DocumentsDueSoon(Guid PersonId, Guid ApplicationId, IReadOnlyList<string> Documents, DateOnly Due) : IApplicationEvent;

/// <summary>The person supplied documents.</summary>
public sealed record DocumentsSupplied(Guid PersonId, Guid ApplicationId, IReadOnlyList<string> Documents) : IApplicationEvent;

/// <summary>The last indispensable document was received on that day.</summary>
public sealed record ApplicationComplete(Guid PersonId, Guid ApplicationId, DateOnly CompleteSince, DateOnly? ImplicitRefusalOn) : IApplicationEvent;

/// <summary>An officer confirmed that the file is complete.</summary>
public sealed record CompletenessConfirmed(Guid PersonId, Guid ApplicationId, DateOnly CompleteSince) : IApplicationEvent;

/// <summary>The definitive civil status arrived.</summary>
public sealed record CivilStatusReceived(Guid PersonId, Guid ApplicationId, bool Definitive) : IApplicationEvent;

/// <summary>The person changed answers after filing; the earlier version is kept.</summary>
public sealed record ApplicationAmended(Guid PersonId, Guid ApplicationId, int Version, IReadOnlyList<string> Fields) : IApplicationEvent;

/// <summary>Same file, other procedure: the filing date stays.</summary>
public sealed record Requalified(Guid PersonId, Guid ApplicationId, string Procedure, string Ground, string From) : IApplicationEvent;

/// <summary>Same file, other ground: the filing date stays.</summary>
public sealed record GroundChanged(Guid PersonId, Guid ApplicationId, string Procedure, string Ground, string From) : IApplicationEvent;

/// <summary>The person withdrew; it takes effect on that day unless undone.</summary>
public sealed record WithdrawalRequested(Guid PersonId, Guid ApplicationId, DateOnly EffectiveOn) : IApplicationEvent;

/// <summary>The person took the withdrawal back in time.</summary>
public sealed record WithdrawalUndone(Guid PersonId, Guid ApplicationId) : IApplicationEvent;

/// <summary>The withdrawal took effect.</summary>
public sealed record WithdrawalEffective(Guid PersonId, Guid ApplicationId, DateOnly EffectiveOn) : IApplicationEvent;

/// <summary>Silence became a refusal; the request may still be granted and the attestations go on.</summary>
public sealed record ImplicitRefusal(Guid PersonId, Guid ApplicationId, DateOnly BornOn, DateOnly AppealUntil) : IApplicationEvent;

/// <summary>A decision was signed. Nothing ends by it.</summary>
public sealed record DecisionSigned(Guid PersonId, Guid ApplicationId, DecisionOutcome Outcome) : IApplicationEvent;

/// <summary>A signed decision was notified to the person.</summary>
public sealed record DecisionNotified(Guid PersonId, Guid ApplicationId, DecisionOutcome Outcome, DateOnly NotifiedOn, IReadOnlyList<string> Reasons, DateOnly? AppealUntil) : IApplicationEvent;

/// <summary>The residence-permit commission was seized.</summary>
public sealed record CommissionSeized(Guid PersonId, Guid ApplicationId, DateOnly SeizedOn) : IApplicationEvent;

/// <summary>The card is ready to be handed over.</summary>
public sealed record CardReady(Guid PersonId, Guid ApplicationId, DateOnly ReadyOn) : IApplicationEvent;

/// <summary>The card was handed over.</summary>
public sealed record HandedOver(Guid PersonId, Guid ApplicationId, DateOnly HandedOverOn) : IApplicationEvent;

/// <summary>The person moved: the file is offered to the new prefecture, and stays with the old one until accepted.</summary>
public sealed record TransferOffered(Guid PersonId, Guid ApplicationId, string From, string To, DateOnly AcceptedAtLatestOn) : IApplicationEvent;

/// <summary>The new prefecture has the file; number, dates and attestations are unchanged.</summary>
public sealed record Transferred(Guid PersonId, Guid ApplicationId, string From, string To) : IApplicationEvent;

/// <summary>The request was closed, with a reason.</summary>
public sealed record Closed(Guid PersonId, Guid ApplicationId, string Reason, DateOnly ClosedOn) : IApplicationEvent;

/// <summary>The filing window of the held document has opened and nothing is filed.</summary>
public sealed record WindowOpened(Guid PersonId, string Procedure, DateOnly HeldUntil, DateOnly? Deadline) : IPersonEvent;

/// <summary>The filing window is open, or over, and nothing is filed.</summary>
/// <param name="Late">The window is over: a request would be late.</param>
public sealed record WindowReminderDue(Guid PersonId, string Procedure, DateOnly HeldUntil, DateOnly? Deadline, int DaysLeft, bool Late) : IPersonEvent;
