using Anef.Feedback.Domain;
using Anef.Feedback.Persistence;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Feedback.ListOpinions;

/// <summary>Opinions that this visitor may read, the latest first, and how easy each step is to those who wrote them.</summary>
internal sealed class ListOpinions(FeedbackDb db, Visitor visitor) : IUseCase<ListOpinions.Request, ListOpinions.View>
{
    public const int Page = 30;

    public sealed record Request(string? Step = null, string? Procedure = null, string? Prefecture = null, OpinionState? State = null, DateTimeOffset? Before = null);

    public sealed record View(IReadOnlyList<Line> Lines, IReadOnlyList<StepFigures> Steps, int Open, int Accepted, int Refused);

    public sealed record Line(Guid Id, DateTimeOffset At, int Ease, string Step, string? Procedure, string? Prefecture, string Language, string? Text, OpinionState State,
        string? Answer, string? AnsweredBy, IReadOnlyList<string> Troubles);

    public sealed record StepFigures(string Step, int Count, double Mean);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var seen = Seen(request);
        var opinions = await seen.Where(o => (request.State == null || o.State == request.State) && (request.Before == null || o.At < request.Before))
            .OrderByDescending(o => o.At).Take(Page).ToListAsync(ct);
        var ids = opinions.ConvertAll(o => o.Id);
        var troubles = (await db.Troubles.AsNoTracking().Where(t => ids.Contains(t.OpinionId)).ToListAsync(ct)).ToLookup(t => t.OpinionId, t => t.Code);
        var steps = await seen.GroupBy(o => o.Step).Select(g => new StepFigures(g.Key, g.Count(), g.Average(o => o.Ease))).ToListAsync(ct);
        var states = await seen.GroupBy(o => o.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new(
            [.. opinions.Select(o => new Line(o.Id, o.At, o.Ease, o.Step, o.Procedure, o.Prefecture, o.Language, o.Text, o.State, o.Answer, o.AnsweredBy, [.. troubles[o.Id]]))],
            [.. steps.OrderBy(s => s.Mean)], states.GetValueOrDefault(OpinionState.Open), states.GetValueOrDefault(OpinionState.Accepted), states.GetValueOrDefault(OpinionState.Refused));
    }

    private IQueryable<Opinion> Seen(Request request)
    {
        var opinions = db.Opinions.AsNoTracking();
        if (!visitor.Is(Role.Ministry) && visitor.Prefectures(Role.TeamManager) is { } own) opinions = opinions.Where(o => o.Prefecture != null && own.Contains(o.Prefecture));
        if (request.Step is { } step) opinions = opinions.Where(o => o.Step == step);
        if (request.Procedure is { } procedure) opinions = opinions.Where(o => o.Procedure == procedure);
        if (request.Prefecture is { } prefecture) opinions = opinions.Where(o => o.Prefecture == prefecture);
        return opinions;
    }
}
