using Anef.Procedures.Domain;
using Anef.Procedures.OpenDraft;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Procedures.WithdrawDraft;

/// <summary>Puts a draft aside for good; it stays to be read.</summary>
internal sealed class WithdrawDraft(ProceduresDb db, Visitor visitor, TimeProvider clock) : IUseCase<WithdrawDraft.Request, Done>
{
    public sealed record Request(Guid Draft);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var author = visitor.ToAuthor();
        var draft = await db.RuleDrafts.FindAsync([request.Draft], ct) ?? throw new NotFound("ce brouillon");
        draft.Withdraw();
        db.Add(RuleAct.Of(draft, DraftAct.Withdrawn, author, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return default;
    }
}
