using Anef.Procedures.Domain;
using Anef.Procedures.OpenDraft;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Procedures.ExplainChange;

/// <summary>Writes why a rehearsal ends otherwise with the draft: the law has changed, and the file tells the old one.</summary>
internal sealed class ExplainChange(ProceduresDb db, Visitor visitor, TimeProvider clock) : IUseCase<ExplainChange.Request, Done>
{
    private const int LongestReason = 1000;

    public sealed record Request(Guid Rehearsal, string File, string Reason);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var author = visitor.ToAuthor();
        if (request.Reason?.Length > LongestReason) throw new RuleBroken("procedures.reason-too-long", $"La raison est trop longue : {LongestReason} caractères au plus.");
        var rehearsal = await db.DraftRehearsals.FindAsync([request.Rehearsal], ct) ?? throw new NotFound("cette répétition");
        var draft = await db.RuleDrafts.FindAsync([rehearsal.DraftId], ct) ?? throw new NotFound("ce brouillon");
        rehearsal.Explain(request.File, request.Reason ?? "", author.Name, clock.GetUtcNow());
        db.Add(RuleAct.Of(draft, DraftAct.ChangeExplained, author, clock.GetUtcNow(), $"{request.File} : {request.Reason}"));
        await db.SaveChangesAsync(ct);
        return default;
    }
}
