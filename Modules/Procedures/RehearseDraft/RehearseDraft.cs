using Anef.Procedures.Domain;
using Anef.Procedures.OpenDraft;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.RehearseDraft;

/// <summary>Asks that the rehearsals be played with a draft; <see cref="RehearsalRoom"/> plays them.</summary>
internal sealed class RehearseDraft(ProceduresDb db, IRules rules, DraftTexts texts, RehearsalBell bell, Visitor visitor, TimeProvider clock) : IUseCase<RehearseDraft.Request, Guid>
{
    public sealed record Request(Guid Draft);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var draft = await db.RuleDrafts.FindAsync([request.Draft], ct) ?? throw new NotFound("ce brouillon");
        if (draft.State != DraftState.Open) throw new RuleBroken("procedures.draft-closed", "Ce brouillon est déjà publié ou retiré.");
        if (texts.Faults(draft).ToList() is { Count: > 0 } faults)
            throw new RuleBroken("procedures.rules-malformed", $"Corrigez d'abord le texte : {string.Join(" ; ", faults.Take(5).Select(f => f.Words))}");
        var stamp = Stamps.Of(rules.Current);
        if (await db.DraftRehearsals.AnyAsync(r => r.DraftId == draft.Id && (r.State == RehearsalState.Waiting || r.State == RehearsalState.Playing), ct))
            throw new RuleBroken("procedures.rehearsal-running", "Une répétition de ce brouillon est en cours : attendez qu'elle finisse.");
        var author = visitor.ToAuthor();
        var rehearsal = DraftRehearsal.Ask(draft, stamp, author.Name, clock.GetUtcNow());
        db.AddRange(rehearsal, RuleAct.Of(draft, DraftAct.RehearsalAsked, author, clock.GetUtcNow(), rehearsal.TextStamp));
        await db.SaveChangesAsync(ct);
        bell.Ring();
        return rehearsal.Id;
    }
}
