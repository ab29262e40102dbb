using Anef.Applications.Domain;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.ReadFile;

/// <summary>The dates of a file, each with the rule that made it and what it means for whoever works on it.</summary>
internal static class FileClocks
{
    /// <param name="Rule">Null for a day that is a fact and not a computation.</param>
    public sealed record Clock(string Words, DateOnly On, RuleReference? Rule, string Meaning);

    public static IEnumerable<Clock> Of(PermitApplication a, Person person)
    {
        (string Words, DateOnly? On, string? Rule, string Meaning)[] all =
        [
            ("Fin du titre détenu", person.Held?.ValidUntil, null, "Dernier jour inclus."),
            ("Fenêtre de dépôt, premier jour", a.WindowOpens, "window", ""),
            ("Fenêtre de dépôt, dernier jour", a.WindowCloses, "window", "Après ce jour, aucun document n'est dû de plein droit."),
            ("Dépôt", a.FiledOn, null, "Ne change jamais."),
            ("Complète depuis", a.CompleteSince, null, "Jour de réception de la dernière pièce indispensable : le délai légal part de là."),
            ("Complétude confirmée", a.ConfirmedOn, null, "Plus rien de demandé ensuite ne déplace une date légale."),
            ("Le silence vaut refus", a.ImplicitRefusalOn, "silence", a.ImplicitRefusalBornOn is null ? "Une décision reste possible après ; les attestations continuent." : "Le refus implicite est né : une décision peut le remplacer."),
            ("Recours possible jusqu'au", a.Decision?.AppealUntil ?? a.AppealUntil, "appeal", ""),
            ("Carte due au plus tard", a.CardDueOn, "cardDueOn", "Protection internationale."),
            ("Désistement effectif", a.WithdrawalEffectiveOn, null, "La personne peut le reprendre jusque-là."),
            ("Transfert acquis sans réponse", a.Offer?.AcceptedAtLatestOn, null, "Proposé à une autre préfecture."),
            ("Commission saisie", a.CommissionSeizedOn, "commission", ""),
            ("Décision signée", a.Decision?.SignedOn, null, "Elle n'existe pour la personne qu'une fois notifiée."),
            ("Décision notifiée", a.Decision?.NotifiedOn, null, ""),
            ("Carte prête", a.CardReadyOn, null, ""),
            ("Carte remise", a.HandedOverOn, null, ""),
        ];
        return all.Where(c => c.On is not null).Select(c => new Clock(c.Words, c.On!.Value, c.Rule is null ? null : a.Rules.GetValueOrDefault(c.Rule), c.Meaning));
    }
}
