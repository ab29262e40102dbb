namespace Anef.PartnerOrganisations.ProcessBatch;

/// <summary>What is said of a line: why, and what to do. The same words by mail, on pages, by the API and on the command line.</summary>
internal static class Outcomes
{
    private static readonly Dictionary<string, Outcome> Words = new()
    {
        ["noMandate"] = new("Aucun mandat valide de cette personne n'est enregistré.", "Joignez le mandat signé, ou demandez un code à la personne."),
        ["asked"] = new("La préfecture demande une précision.", "Répondez dans les échanges de cette situation."),
    };

    public static Outcome Of(string? reason) => reason is not null && Words.TryGetValue(reason, out var words) ? words : new("", "");
}

/// <param name="Reason">In plain French; empty when nothing has to be said.</param>
/// <param name="Todo">What to do; empty when nothing is.</param>
internal sealed record Outcome(string Reason, string Todo);
