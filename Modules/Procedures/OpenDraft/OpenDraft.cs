using Anef.Procedures.Domain;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Procedures.OpenDraft;

/// <summary>Begins a draft with the text of the newest version, the next number, and tomorrow as its first day.</summary>
internal sealed class OpenDraft(ProceduresDb db, IRules rules, VersionTexts texts, Visitor visitor, TimeProvider clock) : IUseCase<OpenDraft.Request, Guid>
{
    public sealed record Request(string Family);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        if (!RuleFamilies.Exists(request.Family)) throw new NotFound($"les règles « {request.Family} »");
        var author = visitor.ToAuthor();
        rules.Refresh();
        var newest = rules.Current.All.Where(v => RuleFamilies.NameOf(v) == request.Family).MaxBy(v => v.Version)!;
        var body = RuleTexts.Dated(await texts.Of(request.Family, newest.Version, ct), newest.Version + 1, clock.Today(CivilTime.Paris).AddDays(1));
        var draft = RuleDraft.Open(request.Family, body, author, clock.GetUtcNow());
        db.AddRange(draft, RuleAct.Of(draft, DraftAct.Opened, author, clock.GetUtcNow(), $"à partir de la version {newest.Version}"));
        await db.SaveChangesAsync(ct);
        return draft.Id;
    }
}
