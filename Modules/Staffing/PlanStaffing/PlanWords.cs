namespace Anef.Staffing.PlanStaffing;

/// <summary>How sure a plan is, in words.</summary>
internal static class PlanWords
{
    public static string Confidence(PlaceHistory history, Forecast forecast, PlanSettings settings, string staff, IReadOnlyList<ReportProcedure> procedures)
    {
        var share = (int)Math.Round(forecast.NationalShare * 100);
        var level = (history.Months, share) switch
        {
            ( >= 24, < 50) => "Confiance bonne",
            ( >= 12, < 90) => "Confiance moyenne",
            _ => "Confiance faible",
        };
        var season = share == 0 ? "saison propre à la préfecture" : $"courbe nationale pour {share} % du flux{(history.Months < 12 ? ", l'histoire étant trop courte pour une saison propre" : "")}";
        var permits = forecast.Announced > 0 ? $"{forecast.Announced:0} renouvellements annoncés par les titres qui finissent" : "aucun renouvellement annoncé par des titres connus";
        var sureness = settings.Inflow is null ? $"niveau connu à {forecast.Spread * 100:0} % près" : "niveau donné et non mesuré";
        return $"{level} : {History(history.Months)}, {season}, {sureness}, {permits}, {settings.Runs} tirages. {Minutes(procedures)} Parts de dossiers à risque : référence du ministère. Effectif {staff}.";
    }

    private static string Minutes(IReadOnlyList<ReportProcedure> procedures) => procedures.Count(p => p.MinutesSource == EffortMinutes.Measured) is > 0 and var measured
        ? $"Minutes par dossier : mesurées pour {measured} des {procedures.Count} démarches, référence du ministère ou supposition pour les autres."
        : "Minutes par dossier : référence du ministère, moins de " + FileMinutes.Enough + " dossiers mesurés par démarche.";

    private static string History(int months) => months == 0 ? "moins d'un mois d'histoire" : $"{months} mois d'histoire de la préfecture";
}
