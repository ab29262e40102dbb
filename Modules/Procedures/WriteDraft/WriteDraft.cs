using Anef.Procedures.Domain;
using Anef.Procedures.OpenDraft;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.WriteDraft;

/// <summary>Keeps the text of a draft, right or not: what is wrong is shown on the page, and stops the rehearsal.</summary>
internal sealed class WriteDraft(ProceduresDb db, Visitor visitor, TimeProvider clock) : IUseCase<WriteDraft.Request, Done>
{
    /// <summary>The largest family is a tenth of this.</summary>
    public const int LongestText = 500_000;

    /// <param name="EffectiveFrom">Laid over the text's own; null: as the text says.</param>
    /// <param name="Seen">Version of the draft that the writer had before them.</param>
    public sealed record Request(Guid Draft, string Body, DateOnly? EffectiveFrom, bool Retroactive, long Seen);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var author = visitor.ToAuthor();
        var draft = await db.RuleDrafts.FindAsync([request.Draft], ct) ?? throw new NotFound("ce brouillon");
        if (request.Body.Length > LongestText) throw new RuleBroken("procedures.draft-too-long", $"Le texte est trop long : {LongestText} caractères au plus.");
        if (draft.Version != request.Seen) throw Changed();
        draft.Write(request.EffectiveFrom is { } from ? RuleTexts.WithFirstDay(request.Body, from) : request.Body, request.Retroactive, author, clock.GetUtcNow());
        db.Add(RuleAct.Of(draft, DraftAct.Written, author, clock.GetUtcNow(), draft.Stamp));
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateConcurrencyException) { throw Changed(); }
        return default;
    }

    private static RuleBroken Changed() => new("procedures.draft-changed-meanwhile",
        "Quelqu'un a modifié ce brouillon entre-temps. Votre texte est gardé ci-dessous : comparez-le avec la version enregistrée, puis enregistrez de nouveau.");
}
