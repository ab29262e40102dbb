namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Words that ask to write nothing to a person's known addresses. One too many costs a letter; one too few may cost a life.</summary>
internal static class SafeWords
{
    private static readonly string[] Said =
    [
        "ne pas ecrire", "ne pas contacter", "ne pas appeler", "ne pas telephoner", "ne pas joindre au domicile", "ne pas envoyer", "ne rien envoyer", "ne pas adresser",
        "ne pas prevenir", "ne pas notifier", "n'ecrivez pas", "n'envoyez rien", "n'envoyez pas", "ne contactez pas", "ne l'appelez pas", "ne lui ecrivez pas", "pas de courrier", "aucun courrier",
        "pas ecrire au domicile", "pas ecrire chez", "contact sur", "contact securise", "adresse securisee", "adresse confidentielle", "domicile confidentiel",
        "safe contact", "safecontact", "do not write", "do not contact", "do not call", "don't write", "do not send", "no mail home",
    ];

    public static bool In(params string?[] texts) => Array.Exists(texts, In);

    private static bool In(string? text)
    {
        if (string.IsNullOrEmpty(text)) return false;
        var folded = string.Join(' ', Fold.Text(text).Split((char[])[' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return Array.Exists(Said, words => Stands(folded, words));
    }

    /// <summary>Whole words: « contact sur » is not in « contact surveillé ».</summary>
    private static bool Stands(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (at + words.Length == text.Length || !char.IsLetter(text[at + words.Length]))) return true;
        return false;
    }
}
