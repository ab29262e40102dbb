using Anef.Feedback.Domain;
using Anef.Feedback.Persistence;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Feedback.ReadSynthesis;

/// <summary>Figures of a quarter, for anybody. None is made of fewer than five opinions, and none can be had by subtracting the others.</summary>
internal sealed class ReadSynthesis(FeedbackDb db) : IUseCase<ReadSynthesis.Request, ReadSynthesis.View>
{
    /// <summary>The smallest number of opinions that a figure may be made of.</summary>
    public const int Least = 5;

    public sealed record Request(Quarter Quarter);

    /// <param name="Count">Of the steps that are shown, and of no other.</param>
    public sealed record View(int Count, double? Mean, IReadOnlyList<Figure> Steps, IReadOnlyList<Times> Troubles, int? Accepted, int? Refused);

    public sealed record Figure(string Step, int Count, double Mean);

    public sealed record Times(string Code, int Count);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var (from, until) = (request.Quarter.From, request.Quarter.Until);
        var opinions = db.Opinions.AsNoTracking().Where(o => o.At >= from && o.At < until);
        var steps = await opinions.GroupBy(o => o.Step).Select(g => new Figure(g.Key, g.Count(), g.Average(o => o.Ease))).ToListAsync(ct);
        var shown = steps.Where(s => s.Count >= Least).OrderByDescending(s => s.Count).ToList();
        var troubles = await db.Troubles.AsNoTracking().Where(t => t.At >= from && t.At < until).GroupBy(t => t.Code).Select(g => new Times(g.Key, g.Count())).ToListAsync(ct);
        var states = await opinions.GroupBy(o => o.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var count = shown.Sum(s => s.Count);
        return new(count, count == 0 ? null : shown.Sum(s => s.Mean * s.Count) / count, shown, [.. troubles.Where(t => t.Count >= Least).OrderByDescending(t => t.Count)],
            Enough(states.GetValueOrDefault(OpinionState.Accepted)), Enough(states.GetValueOrDefault(OpinionState.Refused)));
    }

    private static int? Enough(int count) => count >= Least ? count : null;
}
