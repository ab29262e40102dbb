namespace Anef.PartnerOrganisations.CheckTrust;

/// <summary>Why a mail is not trusted, for operators. Its apparent sender hears nothing of it.</summary>
internal static class QuarantineWords
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["unknownToken"] = "L'adresse ne porte le jeton d'aucune organisation.",
        ["agreementOver"] = "La convention de l'organisation n'est pas en cours.",
        ["expiredAgreement"] = "La convention de l'organisation n'est pas en cours.",
        ["unknownSender"] = "L'expéditeur n'est pas enregistré pour cette organisation.",
        ["unregisteredSender"] = "L'expéditeur n'est pas enregistré pour cette organisation.",
        ["severalSenders"] = "Le courriel a plusieurs expéditeurs.",
        ["noSender"] = "Le courriel n'a pas d'expéditeur.",
        ["noSignature"] = "Le courriel n'est pas signé (DKIM).",
        ["badSignature"] = "La signature (DKIM) ne vérifie pas : le courriel a été changé, ou n'est pas de ce domaine.",
        ["notAligned"] = "La signature (DKIM) est d'un autre domaine que l'expéditeur.",
        ["unreadable"] = "Le courriel ne peut pas être lu.",
        ["tooLarge"] = "Le courriel est plus grand que ce qui est accepté.",
        ["reply"] = "C'est une réponse : un mot est ajouté à la situation qu'elle cite.",
        ["autoReply"] = "C'est une réponse automatique.",
        ["bounce"] = "C'est un avis de non-remise.",
        ["loop"] = "C'est un de nos propres courriels qui revient.",
    };

    public static string? Of(string? reason) => reason is null ? null : Words.GetValueOrDefault(reason, reason);
}
