using Anef.Notifications.Domain;
using Anef.PartnerOrganisations.Contracts;
using Anef.SharedKernel.Events;

namespace Anef.Notifications.WriteMessages;

/// <summary>An organisation may act for a person from now on: they are told, whatever proved it.</summary>
internal sealed class TellOfMandates(MessageWriter writer) : IHandleEvent<MandateChanged>
{
    public Task Handle(MandateChanged fact, CancellationToken ct) => !fact.Valid ? Task.CompletedTask
        : writer.Write(new Intent("mandateBegins", fact.PersonId, null, $"{fact.MandateId:N}") { Values = { ["organisation"] = fact.OrganisationName } }, ct);
}
