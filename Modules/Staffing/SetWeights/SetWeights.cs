using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Domain;
using Anef.Staffing.KeepWorkload;
using Anef.Staffing.ListWork;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.SetWeights;

/// <summary>The ministry sets what the order of the worklist weighs, from a day on. What was set stays, with who and why: it is the trace.</summary>
internal sealed class SetWeights(StaffingDb db, Visitor visitor, TimeProvider clock) : IUseCase<SetWeights.Request, Done>
{
    public const int MostPoints = 10_000, LongestDays = 1_000;

    public sealed record Request(Weights Weights, string Why);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var w = request.Weights;
        Check(w);
        if (request.Why.Trim().Length is < 10 or > 2000) throw new RuleBroken("staffing.weights-why", "Dites pourquoi, en 10 à 2000 caractères : c'est ce que liront ceux qui demanderont d'où vient cet ordre.");
        if (w.From <= clock.Today(CivilTime.Paris)) throw new RuleBroken("staffing.weights-day", "Un nouvel ordre prend effet demain au plus tôt : la journée commencée finit dans l'ordre qu'elle a.");
        db.Add(new Weights
        {
            From = w.From, CoverPoints = w.CoverPoints, CoverHorizonDays = w.CoverHorizonDays, LegalPoints = w.LegalPoints, LegalHorizonDays = w.LegalHorizonDays, DangerPoints = w.DangerPoints,
            BeneficiaryPoints = w.BeneficiaryPoints, WorkPoints = w.WorkPoints, AgePoints = w.AgePoints, AgeHorizonDays = w.AgeHorizonDays, OursPoints = w.OursPoints, CoverAlertDays = w.CoverAlertDays,
            LegalAlertDays = w.LegalAlertDays, By = visitor.AccountId, ByName = visitor.Name, At = clock.GetUtcNow(), Why = request.Why.Trim(),
        });
        await db.SaveChangesAsync(ct);
        return default;
    }

    /// <exception cref="RuleBroken">Out of range.</exception>
    public static void Check(Weights w)
    {
        if (new[] { w.CoverPoints, w.LegalPoints, w.DangerPoints, w.BeneficiaryPoints, w.WorkPoints, w.AgePoints, w.OursPoints }.Any(points => points is < 0 or > MostPoints))
            throw new RuleBroken("staffing.weights-points", $"Chaque poids va de 0 à {MostPoints} points.");
        if (new[] { w.CoverHorizonDays, w.LegalHorizonDays, w.AgeHorizonDays }.Any(days => days is < 1 or > LongestDays))
            throw new RuleBroken("staffing.weights-days", $"Chaque horizon va de 1 à {LongestDays} jours.");
        if (w.CoverAlertDays is < 15 or > 90 || w.LegalAlertDays is < 10 or > 90)
            throw new RuleBroken("staffing.weights-alert", "L'alerte vient au moins 15 jours avant la fin de couverture et 10 jours avant la date légale, et 90 jours avant au plus.");
    }
}

/// <summary>What would move: the first files of a prefecture today, and where these weights would put them.</summary>
internal sealed class ForeseeOrder(StaffingDb db, WeightsInForce weights, TimeProvider clock) : IUseCase<ForeseeOrder.Request, IReadOnlyList<ForeseeOrder.Move>>
{
    private const int Shown = 50;

    public sealed record Request(string Prefecture, Weights Weights);

    /// <summary>A rank today and under the new weights, from 1; the file itself is not named.</summary>
    public sealed record Move(int Now, int Then, string Procedure, int PointsNow, int PointsThen, IReadOnlyList<ScorePart> Parts);

    public async Task<IReadOnlyList<Move>> Handle(Request request, CancellationToken ct)
    {
        SetWeights.Check(request.Weights);
        var day = clock.Today(CivilTime.Paris).DayNumber;
        var now = await weights.On(clock.Today(CivilTime.Paris), ct);
        // The database puts all of them in the new order, with the expression that it will be scored by.
        var files = db.Files.AsNoTracking().Where(f => f.Prefecture == request.Prefecture && f.Open);
        var then = await files.OrderByDescending(Scores.OnTop(day, request.Weights)).ThenByDescending(Scores.On(day, request.Weights)).ThenBy(f => f.FiledAt).ThenBy(f => f.Id).Take(Shown).ToListAsync(ct);
        var moves = new List<Move>();
        foreach (var (file, rank) in then.Select((file, rank) => (file, rank)))
            moves.Add(new(1 + await files.Before(WorkCursor.Of(file)).CountAsync(ct), rank + 1, file.Procedure, Scores.PartsOf(file, day, now).Sum(p => p.Points),
                Scores.PartsOf(file, day, request.Weights).Sum(p => p.Points), Scores.PartsOf(file, day, request.Weights)));
        return moves;
    }
}
