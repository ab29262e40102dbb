using Anef.Procedures.Domain;
using Anef.Procedures.OpenDraft;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.PublishDraft;

/// <summary>Brings a draft into force: by somebody who did not write it, after a rehearsal of exactly this text.</summary>
/// <remarks>Draft, act and published version are one write: <c>PublishRules</c> saves this context.</remarks>
internal sealed class PublishDraft(ProceduresDb db, IRules rules, IUseCase<PublishRules.PublishRules.Request, PublishRules.PublishRules.Published> publish, Visitor visitor, TimeProvider clock) : IUseCase<PublishDraft.Request, PublishRules.PublishRules.Published>
{
    public sealed record Request(Guid Draft);

    public async Task<PublishRules.PublishRules.Published> Handle(Request request, CancellationToken ct)
    {
        var publisher = visitor.ToAuthor();
        var draft = await db.RuleDrafts.FindAsync([request.Draft], ct) ?? throw new NotFound("ce brouillon");
        if (RuleTexts.Faults(draft.Family, draft.Body).FirstOrDefault() is { } fault) throw new RuleBroken("procedures.rules-malformed", $"Ligne {fault.Line} : {fault.Words}");
        rules.Refresh();
        var rehearsal = await db.DraftRehearsals.Where(r => r.DraftId == draft.Id).OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync(ct);
        var version = RuleFamilies.Parse(draft.Family, draft.Body);
        draft.Publish(version.Version, rehearsal, Stamps.Of(rules.Current), publisher);
        db.Add(RuleAct.Of(draft, DraftAct.Published, publisher, clock.GetUtcNow(), $"version {version.Version}, à partir du {version.EffectiveFrom:dd/MM/yyyy}"));
        try { return await publish.Handle(new(draft.Family, draft.Body, $"{publisher.Name} (écrit par {draft.WrittenBy})", draft.Retroactive), ct); }
        catch (DbUpdateConcurrencyException) { throw new RuleBroken("procedures.draft-changed-meanwhile", "Quelqu'un a agi sur ce brouillon entre-temps. Rechargez la page."); }
    }
}
