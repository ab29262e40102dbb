using Anef.Feedback.Domain;
using Anef.Feedback.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Feedback.AnswerOpinion;

/// <summary>The ministry, or the prefecture that it is about, says what will be done.</summary>
internal sealed class AnswerOpinion(FeedbackDb db, Visitor visitor, TimeProvider clock) : IUseCase<AnswerOpinion.Request, Done>
{
    public sealed record Request(Guid Id, bool Accepted, string Why);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var opinion = await db.Opinions.SingleOrDefaultAsync(o => o.Id == request.Id, ct) ?? throw new NotFound("cet avis");
        if (!visitor.Is(Role.Ministry) && !(opinion.Prefecture is { } prefecture && visitor.Serves(prefecture, Role.TeamManager))) throw new NotFound("cet avis");
        if (request.Why.Length > Opinion.LongestText) throw new RuleBroken("feedback.long", "Ce texte est trop long.");
        opinion.Decide(request.Accepted, request.Why, visitor.Name, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
