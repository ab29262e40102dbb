namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>What a line asks for.</summary>
internal static class Kinds
{
    public const string Unknown = "inconnu";

    private static readonly Dictionary<string, string> Named = new (string Kind, string Names)[]
    {
        ("demande", "demande demandes newrequest request application nouvelledemande premieredemande renouvellement depot"),
        ("attestation", "attestation attestations api recepisse attestationmanquante attestationexpiree renouvellementapi missingattestation expiredattestation"),
        ("blocage", "blocage blocages blocagetechnique bug anomalie technicalblock block"),
        ("piece", "piece pieces document documents pieceaajouter pieceajoindre complement documenttoadd"),
        ("question", "question questions"),
        ("fondement", "fondement changementdefondement changeofground ground changementdestatut"),
    }.SelectMany(k => k.Names.Split(' ').Select(n => (Name: n, k.Kind))).ToDictionary(k => k.Name, k => k.Kind);

    /// <summary>In their order: who changes the ground of their stay also speaks of attestations, who is blocked of requests.</summary>
    private static readonly (string Kind, string[] Words)[] Told =
    [
        ("fondement", ["changement de fondement", "changer de fondement", "changement de statut", "ordonnance de protection", "change of ground"]),
        ("blocage", ["l'anef dit", "l'anef affiche", "anef indique", "blocage", "bloque", "message d'erreur", "erreur technique", "page blanche", "ne fonctionne pas", "impossible de deposer", "impossible de se connecter", "titre precedent non remis"]),
        ("attestation", [" api ", "attestation", "recepisse"]),
        ("piece", ["piece a ajouter", "pieces a ajouter", "piece a joindre", "document a ajouter", "documents a ajouter", "ajouter au dossier", "joindre au dossier", "verser au dossier", "complement de dossier"]),
        ("demande", ["premiere demande", "nouvelle demande", "demande de titre", "demande de carte", "demande de renouvellement", "deposer une demande", "renouvellement de titre", "renouvellement de son titre", "renouvellement de sa carte"]),
        ("question", ["?", "question", "pouvez-vous", "merci de nous indiquer"]),
    ];

    /// <summary>The kind that a word of the table names; null for none.</summary>
    public static string? Of(string word) => Named.GetValueOrDefault(Fold.Key(word));

    /// <summary>The kind that a text tells of; null when nobody can say.</summary>
    public static string? InText(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var told = $" {Fold.Text(text).Replace('\n', ' ')} ";
        // « API » stands between any signs.
        if (Fold.Words(text).Contains("api")) told += " api ";
        return Told.Where(k => Array.Exists(k.Words, w => told.Contains(w, StringComparison.Ordinal))).Select(k => k.Kind).FirstOrDefault();
    }
}
