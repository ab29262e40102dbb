using System.Text.Json;
using Anef.Attestations.Contracts;
using Anef.Notifications.Domain;
using Anef.SharedKernel.Events;

namespace Anef.Notifications.WriteMessages;

/// <summary>What the person can show, and the day after which there is nothing to show.</summary>
internal sealed class TellOfAttestations(MessageWriter writer) : IHandleEvent<AttestationIssued>, IHandleEvent<CoverageEnding>
{
    /// <remarks>The filing confirmation is told with the filing.</remarks>
    public Task Handle(AttestationIssued fact, CancellationToken ct) => fact.Kind == AttestationKind.FilingConfirmation ? Task.CompletedTask
        : writer.Write(new Intent(fact.Successor ? "successorAvailable" : "attestationAvailable", fact.PersonId, fact.ApplicationId, fact.Number)
        {
            Enclosure = fact.Number,
            Values =
            {
                ["kind"] = new Term("kind", Code(fact.Kind)), ["attestation"] = fact.Number, ["validFrom"] = fact.ValidFrom, ["validUntil"] = fact.ValidUntil,
                ["mention"] = fact.Mention?.TrimEnd('.'), ["work"] = new Term("work", Code(fact.Work)),
            },
        }, ct);

    public Task Handle(CoverageEnding fact, CancellationToken ct) => writer.Write(new Intent("notCoveredAfter", fact.PersonId, fact.ApplicationId, $"{fact.CoveredUntil:O}|{fact.Reason}")
    {
        Deadline = fact.CoveredUntil,
        Values = { ["coveredUntil"] = fact.CoveredUntil, ["why"] = fact.Why },
    }, ct);

    private static string Code<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
