using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ReadApplication;

/// <summary>A request as its page shows it: where it stands, its dates with the rule that made each, its documents, its history.</summary>
internal sealed class ReadApplication(ApplicationsDb db) : IUseCase<ReadApplication.Request, ReadApplication.View>
{
    public sealed record Request(string Number);

    public sealed record View(Guid Id, Guid PersonId, string Number, string Name, string Procedure, string ProcedureName, string Kind, string Ground, string Status, string Prefecture, string? Site,
        IReadOnlyList<LegalDay> Dates, IReadOnlyList<FileDocument> Documents, IReadOnlyList<HistoryEntry> History);

    /// <param name="Rule">Null for a day that is a fact and not a computation.</param>
    public sealed record LegalDay(string Name, DateOnly On, RuleReference? Rule);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var number = ApplicationNumber.Normalise(request.Number);
        var a = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Number == number, ct) ?? throw new NotFound("cette demande");
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == a.PersonId, ct);
        return new(a.Id, a.PersonId, a.Number, $"{person.Identity.FirstNames} {person.Identity.Surname}", a.Procedure, a.ProcedureName, a.Kind, a.Ground, a.Status, a.Prefecture, a.Site,
            [.. Days(a)], a.Documents, a.History);
    }

    private static IEnumerable<LegalDay> Days(PermitApplication a)
    {
        (string Name, DateOnly? On, string? Rule)[] days =
        [
            ("windowOpens", a.WindowOpens, "window"), ("windowCloses", a.WindowCloses, "window"), ("opensOn", a.OpensOn, "window"), ("filedOn", a.FiledOn, null),
            ("completeSince", a.CompleteSince, null), ("implicitRefusalOn", a.ImplicitRefusalOn, "silence"), ("appealUntil", a.Decision?.AppealUntil ?? a.AppealUntil, "appeal"),
            ("cardDueOn", a.CardDueOn, "cardDueOn"), ("withdrawalEffectiveOn", a.WithdrawalEffectiveOn, null), ("notifiedOn", a.Decision?.NotifiedOn, null), ("handedOverOn", a.HandedOverOn, null),
        ];
        return days.Where(d => d.On is not null).Select(d => new LegalDay(d.Name, d.On!.Value, d.Rule is null ? null : a.Rules.GetValueOrDefault(d.Rule)));
    }
}
