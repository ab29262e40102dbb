using Anef.SharedKernel.Calendar;

namespace Anef.Applications.ReadApplication;

/// <summary>Codes in plain French, for pages.</summary>
internal static class Words
{
    private static readonly Dictionary<string, string> All = new()
    {
        ["draft"] = "brouillon", ["waitingForDocuments"] = "documents attendus", ["toBeChecked"] = "complétude à vérifier", ["complete"] = "complète, en instruction",
        ["waitingForCivilStatus"] = "état civil attendu de l'OFPRA : rien à faire de votre part", ["signed"] = "décision signée, à notifier", ["granted"] = "accordée", ["refused"] = "refusée",
        ["handedOver"] = "carte remise", ["withdrawn"] = "retirée", ["closed"] = "close",
        ["windowOpens"] = "Premier jour pour déposer", ["windowCloses"] = "Dernier jour pour déposer", ["opensOn"] = "Dépôt possible à partir du", ["filedOn"] = "Déposée le",
        ["completeSince"] = "Complète depuis le", ["implicitRefusalOn"] = "Le silence vaut refus à partir du", ["appealUntil"] = "Recours possible jusqu'au", ["cardDueOn"] = "Carte due au plus tard le",
        ["withdrawalEffectiveOn"] = "Le désistement prend effet le", ["notifiedOn"] = "Décision notifiée le", ["handedOverOn"] = "Carte remise le",
        ["online"] = "en ligne", ["counter"] = "au guichet", ["post"] = "par courrier", ["phone"] = "par téléphone", ["welcomePoint"] = "au point d'accueil", ["partner"] = "par un partenaire", ["grant"] = "favorable", ["refuse"] = "défavorable",
        ["filed"] = "Demande déposée", ["draftKept"] = "Trop tôt pour déposer : brouillon conservé", ["documentsRequested"] = "Documents demandés", ["documentsSupplied"] = "Documents reçus",
        ["completenessConfirmed"] = "Complétude confirmée", ["requalified"] = "Demande requalifiée, sa date de dépôt reste", ["groundChanged"] = "Fondement changé, la date de dépôt reste",
        ["implicitRefusal"] = "Refus implicite né ; les attestations continuent", ["decisionSigned"] = "Décision signée", ["decisionNotified"] = "Décision notifiée", ["commissionSeized"] = "Commission du titre de séjour saisie",
        ["withdrawalRequested"] = "Désistement demandé", ["withdrawalUndone"] = "Désistement repris", ["withdrawalEffective"] = "Désistement effectif", ["transferOffered"] = "Dossier proposé à une autre préfecture",
        ["transferred"] = "Dossier transféré", ["civilStatus"] = "État civil reçu", ["cardReady"] = "Carte prête", ["amended"] = "Réponses corrigées", ["fileComplete"] = "Dossier complet", ["impossibilityRecorded"] = "Panne de notre service constatée : le dépôt compte dans le délai",
        ["destructionAnnounced"] = "Destruction annoncée à la personne, au plus tôt le", ["copiesDestroyed"] = "Copies d'identité détruites", ["contentsDestroyed"] = "Contenu des pièces détruit",
        ["destructionHeld"] = "Destruction gelée, à réexaminer le", ["identityCorrected"] = "État civil rectifié", ["destructionResumed"] = "Gel de la destruction levé",
        ["filingConfirmation"] = "Confirmation du dépôt", ["extension"] = "Attestation de prolongation", ["favourableDecision"] = "Attestation de décision favorable", ["receipt"] = "Récépissé",
        ["commissionReceipt"] = "Récépissé (commission)", ["legalCoverage"] = "Couverture par la loi (L.433-3)", ["continuity"] = "Attestation de continuité",
        ["valid"] = "valable", ["notYetValid"] = "pas encore valable", ["expired"] = "expirée", ["superseded"] = "remplacée", ["revoked"] = "sans effet", ["yes"] = "oui", ["no"] = "non", ["conditional"] = "sous condition",
    };

    public static string Of(string code) => All.GetValueOrDefault(code, code);

    public static string Of(DateTimeOffset at) => at.In(CivilTime.Paris).ToString("d MMMM yyyy 'à' HH:mm", System.Globalization.CultureInfo.GetCultureInfo("fr-FR"));

    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("fr-FR"));
}
