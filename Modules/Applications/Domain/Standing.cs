using Anef.Applications.Contracts;

namespace Anef.Applications.Domain;

/// <summary>What says where a request stands: little enough to be read for a list.</summary>
internal sealed record Standing(DateOnly? FiledOn, IReadOnlyList<FileDocument> Documents, IReadOnlyList<DocumentRequest> Requests, bool AwaitsCivilStatus,
    DateOnly? ConfirmedOn, Decision? Decision, DateOnly? HandedOverOn, Ending? Ending)
{
    private bool Misses => Documents.Any(d => d is { Indispensable: true, ReceivedOn: null });

    public string Status => this switch
    {
        { Ending.Reason: "withdrawn" } => "withdrawn",
        { Ending: not null } => "closed",
        { FiledOn: null } => "draft",
        { HandedOverOn: not null } => "handedOver",
        { Decision: { NotifiedOn: not null, Outcome: DecisionOutcome.Grant } } => "granted",
        { Decision.NotifiedOn: not null } => "refused",
        { Decision: not null } => "signed",
        { AwaitsCivilStatus: true, Misses: false } => "waitingForCivilStatus",
        { Misses: true } => "waitingForDocuments",
        _ when Requests.Any(r => r.MetOn is null) => "waitingForDocuments",
        { ConfirmedOn: not null } => "complete",
        _ => "toBeChecked",
    };
}
