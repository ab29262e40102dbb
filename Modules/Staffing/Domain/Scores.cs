using System.Globalization;
using System.Linq.Expressions;

namespace Anef.Staffing.Domain;

/// <summary>One part of a score, in words.</summary>
internal sealed record ScorePart(string Code, int Points, string Words);

/// <summary>The order of the worklist. Written once, as an expression: the database computes it for a whole day, the program for one file.</summary>
internal static class Scores
{
    /// <summary>The points of a file on a day.</summary>
    public static Expression<Func<WorkFile, int>> On(int day, Weights w)
    {
        var (cover, coverDays, legal, legalDays) = (w.CoverPoints, w.CoverHorizonDays, w.LegalPoints, w.LegalHorizonDays);
        var (danger, beneficiary, work, age, ageDays, ours) = (w.DangerPoints, w.BeneficiaryPoints, w.WorkPoints, w.AgePoints, w.AgeHorizonDays, w.OursPoints);
        return f =>
            (f.CoverEndDay == null || f.CoverEndDay >= day + coverDays ? 0 : f.CoverEndDay <= day ? cover : cover * (day + coverDays - f.CoverEndDay.Value) / coverDays)
            + (f.LegalDay == null || f.LegalDay >= day + legalDays ? 0 : f.LegalDay <= day ? legal : legal * (day + legalDays - f.LegalDay.Value) / legalDays)
            + (f.InDanger ? danger : f.Beneficiary ? beneficiary : 0)
            + (f.AtWork ? work : 0)
            + (f.SinceDay >= day ? 0 : day - f.SinceDay >= ageDays ? age : age * (day - f.SinceDay) / ageDays)
            + (f.Step == Step.WaitingForPerson || f.Step == Step.WaitingForOther ? 0 : ours);
    }

    /// <summary>Whether a file stands before all others on a day.</summary>
    public static Expression<Func<WorkFile, bool>> OnTop(int day, Weights w)
    {
        var (cover, legal) = (day + w.CoverAlertDays, day + w.LegalAlertDays);
        return f => f.Open && ((f.CoverEndDay != null && f.CoverEndDay <= cover) || (f.LegalDay != null && f.LegalDay <= legal));
    }

    /// <summary>Sets the points of one file.</summary>
    public static void Set(WorkFile file, int day, Weights w)
    {
        var parts = PartsOf(file, day, w);
        (file.Score, file.ScoredDay) = (parts.Sum(p => p.Points), day);
        file.OnTop = file.Open && (file.CoverEndDay <= day + w.CoverAlertDays || file.LegalDay <= day + w.LegalAlertDays);
    }

    /// <summary>Where the points come from, in words; parts without points are left out.</summary>
    public static IReadOnlyList<ScorePart> PartsOf(WorkFile f, int day, Weights w) =>
    [
        .. new ScorePart[]
        {
            new("cover", Near(f.CoverEndDay, day, w.CoverPoints, w.CoverHorizonDays), Days(f.CoverEndDay, day, "couverture finie sans suite", "couverture sans suite")),
            new("legal", Near(f.LegalDay, day, w.LegalPoints, w.LegalHorizonDays), Days(f.LegalDay, day, "date légale passée", "date légale")),
            new("protection", f.InDanger ? w.DangerPoints : f.Beneficiary ? w.BeneficiaryPoints : 0, f.InDanger ? "personne en danger" : "protection internationale"),
            new("work", f.AtWork ? w.WorkPoints : 0, "emploi ou droits en jeu"),
            new("age", f.SinceDay >= day ? 0 : Math.Min(w.AgePoints, w.AgePoints * (day - f.SinceDay) / w.AgeHorizonDays), string.Create(CultureInfo.InvariantCulture, $"attend depuis {day - f.SinceDay} jours")),
            new("ours", f.Step is Step.WaitingForPerson or Step.WaitingForOther ? 0 : w.OursPoints, "à nous d'agir"),
        }.Where(p => p.Points != 0),
    ];

    private static int Near(int? on, int day, int points, int horizon) => on is not { } end || end >= day + horizon ? 0 : end <= day ? points : points * (day + horizon - end) / horizon;

    private static string Days(int? on, int day, string past, string ahead) => on is not { } end ? "" : (end - day) switch
    {
        < 0 => string.Create(CultureInfo.InvariantCulture, $"{past} depuis {day - end} jours"),
        0 => $"{ahead} : dernier jour aujourd'hui",
        1 => $"{ahead} : encore 1 jour",
        var left => string.Create(CultureInfo.InvariantCulture, $"{ahead} : encore {left} jours"),
    };
}
