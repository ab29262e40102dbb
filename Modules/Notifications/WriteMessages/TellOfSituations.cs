using Anef.Notifications.Domain;
using Anef.PartnerOrganisations.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Events;

namespace Anef.Notifications.WriteMessages;

/// <summary>An organisation wrote for the person, with their mandate; and it was answered. Once a day, however many the situations; nothing where somebody at home may read it.</summary>
internal sealed class TellOfSituations(MessageWriter writer, TimeProvider clock) : IHandleEvent<CaseOpened>, IHandleEvent<CaseAnswered>
{
    public Task Handle(CaseOpened fact, CancellationToken ct) => fact is not { PersonId: { } person, SafeContact: false } ? Task.CompletedTask
        : writer.Write(new Intent("partnerCase", person, null, $"{fact.OrganisationId:N}|{clock.Today(CivilTime.Paris):O}"), ct);

    public Task Handle(CaseAnswered fact, CancellationToken ct) => fact is not { PersonId: { } person, SafeContact: false } ? Task.CompletedTask
        : writer.Write(new Intent("partnerCaseAnswered", person, null, $"{fact.CaseId:N}"), ct);
}
