using Anef.Applications.ReadApplication;

namespace Anef.Applications.ReadFile;

/// <summary>Codes of acts and answers in plain French, for agents.</summary>
internal static class FileWords
{
    private static readonly Dictionary<string, string> Acts = new()
    {
        ["file"] = "Dossier ouvert", ["status"] = "État consulté", ["attestation"] = "Attestation ouverte", ["confirm"] = "Complétude confirmée", ["ask"] = "Documents demandés", ["write-decision"] = "Décision rédigée",
        ["sign"] = "Décision signée", ["notify"] = "Décision notifiée", ["requalify"] = "Demande requalifiée", ["ground"] = "Fondement changé", ["offer"] = "Dossier proposé à une autre préfecture",
        ["accept"] = "Transfert accepté", ["card-ready"] = "Carte prête", ["hand-over"] = "Carte remise", ["commission"] = "Commission saisie", ["note"] = "Note écrite", ["message"] = "Message écrit",
        ["close"] = "Demande close", ["name"] = "Lecteur désigné", ["unname"] = "Lecteur retiré", ["civil-status"] = "État civil reçu", ["receipt"] = "Reçu imprimé", ["scan"] = "Document numérisé",
        ["contact"] = "Contact noté", ["resend"] = "Attestation renvoyée", ["block"] = "Blocage technique noté", ["intake"] = "Demande déposée pour la personne", ["receive"] = "Documents reçus",
        ["hold"] = "Destruction gelée", ["release"] = "Gel de la destruction levé", ["correct"] = "Rectification examinée",
    };

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["email"] = "Courriel", ["phone"] = "Téléphone", ["language"] = "Langue", ["address"] = "Adresse", ["postcode"] = "Code postal", ["commune"] = "Commune", ["employer"] = "Employeur", ["salary"] = "Salaire",
        ["surname"] = "Nom", ["firstNames"] = "Prénoms", ["born"] = "Date de naissance", ["birthPlace"] = "Lieu de naissance", ["nationality"] = "Nationalité", ["sex"] = "Sexe",
    };

    private static readonly Dictionary<string, string> NoteKinds = new() { ["note"] = "Note interne", ["phone"] = "Appel", ["counter"] = "Passage au guichet", ["mail"] = "Courrier ou courriel" };

    private static readonly Dictionary<string, string> HoldKinds = new() { ["appeal"] = "Recours", ["investigation"] = "Enquête ou contrôle", ["request"] = "Demande de la personne (limitation, RGPD art. 18)" };

    public static IEnumerable<(string Value, string Words, string? Hint)> HoldChoices => HoldKinds.Select(k => (k.Key, k.Value, (string?)null));

    public static string Hold(string kind) => HoldKinds.GetValueOrDefault(kind, kind);

    public static string Act(string code) => code.StartsWith("document ", StringComparison.Ordinal) ? $"Document {code[9..]} ouvert" : Acts.GetValueOrDefault(code) ?? Words.Of(code);

    public static string Awaited(int documents) => documents switch
    {
        0 => "tout ce qui est indispensable est reçu",
        1 => "une pièce indispensable attendue",
        _ => $"{documents} pièces indispensables attendues",
    };

    public static string Field(string code) => Fields.GetValueOrDefault(code, code);

    public static string Note(string kind) => NoteKinds.GetValueOrDefault(kind, kind);
}
