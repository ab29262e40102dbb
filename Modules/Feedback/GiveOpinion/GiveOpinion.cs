using Anef.Feedback.Domain;
using Anef.Feedback.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;

namespace Anef.Feedback.GiveOpinion;

/// <summary>Somebody says how it went. What is unknown in the tags is left out rather than refused: the opinion counts, not the link.</summary>
internal sealed class GiveOpinion(FeedbackDb db, IProcedures procedures, PrefectureCatalog prefectures, TimeProvider clock) : IUseCase<GiveOpinion.Request, Guid>
{
    public sealed record Request(int Ease, IReadOnlyList<string> Troubles, string? Text, string? Step, string? Procedure, string? Prefecture, string Language);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        if (request.Ease is < 1 or > 5) throw new RuleBroken("feedback.ease", "Dites si c'était facile, de 1 à 5.");
        if (request.Text is { Length: > Opinion.LongestText }) throw new RuleBroken("feedback.long", "Ce texte est trop long.");
        var now = clock.GetUtcNow();
        var opinion = new Opinion
        {
            At = now,
            Ease = request.Ease,
            Step = Steps.Of(request.Step),
            Procedure = request.Procedure is { Length: > 0 and <= 20 } code ? procedures.Find(code, now.DayIn(CivilTime.Paris))?.Code : null,
            Prefecture = request.Prefecture is { } department ? prefectures.Find(department)?.Code : null,
            Language = request.Language,
            Text = Discretion.Of(request.Text),
        };
        db.Add(opinion);
        db.AddRange(request.Troubles.Intersect(Steps.Troubles).Select(code => new Trouble { OpinionId = opinion.Id, Code = code, At = now }));
        await db.SaveChangesAsync(ct);
        return opinion.Id;
    }
}
