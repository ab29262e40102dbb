namespace Anef.PartnerOrganisations.CheckTrust;

/// <summary>Why a mail is not trusted, for operators. Its apparent sender hears nothing of it.</summary>
internal static class QuarantineWords
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["unknownToken"] = "L'adresse ne porte le jeton d'aucune organisation.",
        ["expiredAgreement"] = "La convention de l'organisation n'est pas en cours.",
        ["unknownSender"] = "L'expéditeur n'est pas enregistré pour cette organisation, ou il y en a plusieurs.",
        ["noDkim"] = "Le courriel n'est pas signé (DKIM).",
        ["dkimFailed"] = "La signature (DKIM) ne vérifie pas : le courriel a été changé, ou n'est pas de ce domaine.",
        ["dkimExpired"] = "La signature (DKIM) a expiré.",
        ["dkimPartial"] = "La signature (DKIM) ne couvre qu'une partie du courriel.",
        ["dkimNotAligned"] = "La signature (DKIM) est d'un autre domaine que l'expéditeur.",
        ["dkimUnavailable"] = "La clé de la signature (DKIM) ne peut pas être obtenue : le serveur de noms ne répond pas.",
        ["tooLarge"] = "Le courriel est plus grand que ce qui est accepté.",
        ["reply"] = "C'est une réponse : un mot est ajouté à la situation qu'elle cite.",
        ["autoReply"] = "C'est une réponse automatique.",
        ["bounce"] = "C'est un avis de non-remise.",
        ["loop"] = "C'est un courriel qui tourne en boucle.",
        ["own"] = "C'est un de nos propres courriels qui revient.",
    };

    public static string? Of(string? reason) => reason is null ? null : Words.GetValueOrDefault(reason, reason);
}
