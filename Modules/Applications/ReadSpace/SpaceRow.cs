using Anef.Applications.Domain;
using Anef.Procedures.Contracts;

namespace Anef.Applications.ReadSpace;

/// <summary>What a request's line is made of: neither answers nor history, which weigh most.</summary>
internal sealed record SpaceRow
{
    public required string Number { get; init; }
    public required string Procedure { get; init; }

    public required string ProcedureName { get; init; }
    public required string Kind { get; init; }
    public required string Status { get; init; }
    public required string Title { get; init; }
    public required string Prefecture { get; init; }
    public DateOnly? FiledOn { get; init; }
    public DateOnly? OpensOn { get; init; }
    public DateOnly? WindowCloses { get; init; }
    public Timeliness Timeliness { get; init; }
    public DateOnly? CompleteSince { get; init; }
    public required IReadOnlyList<FileDocument> Documents { get; init; }
    public required IReadOnlyList<DocumentRequest> Requests { get; init; }
    public Decision? Decision { get; init; }
    public DateOnly? NotifiedOn { get; init; }
    public DateOnly? HandedOverOn { get; init; }
    public DateOnly? CardReadyOn { get; init; }
    public DateOnly? ImplicitRefusalOn { get; init; }
    public DateOnly? ImplicitRefusalBornOn { get; init; }
    public DateOnly? AppealUntil { get; init; }
    public DateOnly? WithdrawalEffectiveOn { get; init; }
    public int Unread { get; init; }
    public bool Staged { get; init; }

    public bool IsEnded => Status is "withdrawn" or "closed";

    public bool IsOver => IsEnded || HandedOverOn is not null;

    public bool IsPending => FiledOn is not null && NotifiedOn is null && !IsEnded;

    public ReadSpace.Card Card(DateOnly today, string prefecture)
    {
        var asked = Requests.Where(r => r.MetOn is null && IsPending).ToList();
        var missing = Status != "waitingForDocuments" ? [] : Documents
            .Where(d => (d is { Indispensable: true, ReceivedOn: null } && !d.MayFollow) || asked.Any(r => r.Documents.Contains(d.Code) && !(d.ReceivedOn >= r.AskedOn))).Select(d => d.Label).ToList();
        return new(Number, Procedure, ProcedureName, Kind, Status, Actors.Of(Status, CardReadyOn), FiledOn, prefecture, Unread, Staged, Next(today), missing, asked.Min(r => r.Due), IsPending ? WithdrawalEffectiveOn : null);
    }

    /// <summary>The next day that counts, for whoever has to act by it.</summary>
    private NamedDay? Next(DateOnly today)
    {
        if (IsEnded) return null;
        (string Name, DateOnly? On)[] days = FiledOn is null ? [("opensOn", OpensOn), ("windowCloses", WindowCloses)] :
        [
            ("documentsDue", IsPending ? Requests.Where(r => r.MetOn is null).Min(r => r.Due) : null),
            ("withdrawalEffectiveOn", IsPending ? WithdrawalEffectiveOn : null),
            ("implicitRefusalOn", IsPending && ImplicitRefusalBornOn is null ? ImplicitRefusalOn : null),
            ("appealUntil", HandedOverOn is null ? Decision?.AppealUntil ?? (IsPending ? AppealUntil : null) : null),
        ];
        return days.Where(d => d.On >= today).OrderBy(d => d.On).Select(d => new NamedDay(d.Name, d.On!.Value)).FirstOrDefault();
    }
}
