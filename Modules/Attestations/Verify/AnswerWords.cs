using Anef.Attestations.Pdf;

namespace Anef.Attestations.Verify;

/// <summary>An answer in words.</summary>
/// <param name="Verdict">One line: what the asker came for.</param>
/// <param name="English">The same in a line, for who does not read French.</param>
internal sealed record AnswerWords(string Verdict, string? Kind, string? Days, string? Work, string? Travel, string? Successor, string English)
{
    public static AnswerWords Of(VerifyAttestation.Response answer)
    {
        var proves = answer.Kind is not "filingConfirmation";
        return new(VerdictOf(answer, proves), KindOf(answer.Kind), answer.ValidFrom is { } from ? French.Words(from, answer.ValidUntil) : null,
            WorkOf(answer), TravelOf(answer), SuccessorOf(answer), EnglishOf(answer, proves));
    }

    private static string VerdictOf(VerifyAttestation.Response answer, bool proves) => answer.Status switch
    {
        "valid" when !proves => "Document authentique. Il prouve le dépôt d’une demande, et aucun droit.",
        "valid" or "expired" when Retrospective(answer) => "Attestation authentique : le séjour et les droits n’ont pas été interrompus pendant la période indiquée.",
        "valid" => "Attestation valable aujourd’hui.",
        "notYetValid" => $"Attestation authentique, pas encore valable : elle commence le {answer.ValidFrom!.Value.Words()}.",
        "expired" => $"Attestation authentique, mais plus valable : son dernier jour était le {answer.ValidUntil!.Value.Words()}.",
        "superseded" => $"Attestation remplacée : elle est sans effet depuis le {answer.EndedOn!.Value.Words()}.",
        "revoked" => $"Attestation retirée : elle est sans effet depuis le {answer.EndedOn!.Value.Words()}.",
        _ => "Aucune attestation ne porte ce numéro.",
    };

    private static string? KindOf(string? kind) => kind switch
    {
        "filingConfirmation" => "Confirmation du dépôt d’une demande",
        "extension" => "Attestation de prolongation d’instruction",
        "favourableDecision" => "Attestation de décision favorable",
        "receipt" => "Récépissé de demande de titre de séjour",
        "commissionReceipt" => "Récépissé délivré pendant la saisine de la commission",
        "legalCoverage" => "Attestation de maintien des droits (article L.433-3)",
        "continuity" => "Attestation de continuité du séjour et des droits",
        _ => null,
    };

    private static string? WorkOf(VerifyAttestation.Response answer) => answer.Work switch
    {
        null => null,
        _ when answer.Status is not ("valid" or "notYetValid") && !(answer.Status is "expired" && Retrospective(answer)) => "Cette attestation ne le permet pas ou plus.",
        "yes" => "Oui, pendant la période indiquée.",
        "conditional" => "Oui, sous la condition écrite sur le document.",
        _ => "Ce document n’autorise pas à travailler.",
    };

    private static string? TravelOf(VerifyAttestation.Response answer) => answer.Travel switch
    {
        null => null,
        "withHeldPermit" when answer.Status is "valid" or "notYetValid" => "Retour en France admis avec le titre détenu et un passeport valable.",
        _ => "Ce document ne garantit pas le retour en France.",
    };

    private static string? SuccessorOf(VerifyAttestation.Response answer) => answer.Successor switch
    {
        "issued" => "Le document suivant est déjà délivré : demandez-le à la personne.",
        "guaranteed" => "Un document suivra sans interruption, tant qu’aucune décision n’est notifiée.",
        "none" => "Aucune suite n’est annoncée.",
        _ => null,
    };

    private static string EnglishOf(VerifyAttestation.Response answer, bool proves) => answer.Status switch
    {
        "valid" when !proves => "Genuine, but it only proves that an application was filed.",
        "valid" or "expired" when Retrospective(answer) => "Genuine: residence and rights were not interrupted during the period shown.",
        "valid" => answer.Work switch { "yes" => "Valid today. The holder may work.", "conditional" => "Valid today. The holder may work on the condition printed on it.", _ => "Valid today. It gives no right to work." },
        "notYetValid" => "Genuine, not valid yet.",
        "expired" => "Genuine, no longer valid.",
        "superseded" => "Replaced by another document.",
        "revoked" => "Withdrawn: without effect.",
        _ => "No attestation has this number.",
    };

    /// <summary>It speaks of days gone by: its period is over when it is issued, and it proves no less.</summary>
    private static bool Retrospective(VerifyAttestation.Response answer) => answer.Kind is "continuity";
}
