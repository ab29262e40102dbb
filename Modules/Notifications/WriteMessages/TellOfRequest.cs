using Anef.Applications.Contracts;
using Anef.Notifications.Domain;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Prefectures;

namespace Anef.Notifications.WriteMessages;

/// <summary>The life of a filed request, until its decision.</summary>
internal sealed class TellOfRequest(MessageWriter writer, IApplications applications, PrefectureCatalog prefectures, TimeProvider clock)
    : IHandleEvent<ApplicationFiled>, IHandleEvent<DocumentsRequested>, IHandleEvent<DocumentsDueSoon>, IHandleEvent<ApplicationComplete>, IHandleEvent<WithdrawalRequested>, IHandleEvent<Closed>
{
    public Task Handle(ApplicationFiled fact, CancellationToken ct) => writer.Write(new Intent("filingConfirmed", fact.PersonId, fact.ApplicationId, "")
    {
        Values =
        {
            ["filedOn"] = fact.FiledOn, ["lateFee"] = fact.LateFee, ["windowCloses"] = fact.WindowCloses,
            ["late"] = fact.Timeliness == "late" && fact.WindowCloses is not null ? "" : null,
        },
    }, fact.Number, ct);

    public Task Handle(DocumentsRequested fact, CancellationToken ct) => writer.Write(new Intent("documentsRequested", fact.PersonId, fact.ApplicationId, $"{fact.Request}")
    {
        Deadline = fact.Due,
        Values = { ["documents"] = Names(fact.Documents) },
    }, ct);

    public async Task Handle(DocumentsDueSoon fact, CancellationToken ct) =>
        await writer.Write(new Intent("documentsReminder", fact.PersonId, fact.ApplicationId, $"{fact.Due:O}|{await Rung(fact, ct)}")
        {
            Deadline = fact.Due,
            Values = { ["documents"] = Names(fact.Documents) },
        }, ct);

    public Task Handle(ApplicationComplete fact, CancellationToken ct) => writer.Write(new Intent("complete", fact.PersonId, fact.ApplicationId, $"{fact.CompleteSince:O}")
    {
        Values = { ["completeSince"] = fact.CompleteSince, ["implicitRefusalOn"] = fact.ImplicitRefusalOn },
    }, ct);

    public Task Handle(WithdrawalRequested fact, CancellationToken ct) => writer.Write(new Intent("withdrawal", fact.PersonId, fact.ApplicationId, $"{fact.EffectiveOn:O}")
    {
        Values = { ["effectiveOn"] = fact.EffectiveOn },
    }, ct);

    public Task Handle(Closed fact, CancellationToken ct) => fact.Reason != "naturalised" ? Task.CompletedTask
        : writer.Write(new Intent("closed", fact.PersonId, fact.ApplicationId, "") { Values = { ["closedOn"] = fact.ClosedOn } }, ct);

    private static List<Term> Names(IReadOnlyList<string> documents) => [.. documents.Select(d => new Term("document", d))];

    /// <summary>The rung of the prefecture's ladder on which it is now: a fact told twice, or a day late, is still on the same.</summary>
    private async Task<int> Rung(DocumentsDueSoon fact, CancellationToken ct)
    {
        var contact = await applications.Contact(fact.PersonId, ct);
        var prefecture = contact is null ? null : prefectures.Find(contact.Prefecture);
        var left = fact.Due.DayNumber - clock.Today(prefecture?.TimeZone ?? CivilTime.Paris).DayNumber;
        return prefecture?.DocumentReminderDays.Where(days => days >= left).DefaultIfEmpty(left).Min() ?? 0;
    }
}
