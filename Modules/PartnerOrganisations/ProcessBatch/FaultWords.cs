using Anef.PartnerOrganisations.ReadMail;

namespace Anef.PartnerOrganisations.ProcessBatch;

/// <summary>What is wrong with what was written, where, and what to do: for every code that the reader gives.</summary>
/// <remarks>Numbers and days of birth are never repeated: a mandate may be missing.</remarks>
internal static class FaultWords
{
    /// <summary>Sentences about single files or lines that one answer holds; the others are counted.</summary>
    private const int Most = 5;

    private const string Again = "Corrigez-la et renvoyez la ligne.";

    private static readonly Dictionary<string, Outcome> Lines = new()
    {
        ["kind"] = new("Le type {0} n'est pas connu.", "Renvoyez la ligne avec un type : demande, attestation, blocage, piece, question ou fondement."),
        ["headings"] = new("Le tableau n'a pas d'en-têtes connus : personne ne peut dire ce que contient chaque colonne.", "Renvoyez le tableau avec la ligne d'en-têtes du modèle (ligne, type, nom, prenoms, naissance, numero_etranger…)."),
        ["line"] = new("Le numéro de ligne {0} est illisible ou déjà pris : la ligne a reçu celui qui est dit ici.", "Rien ; numérotez chaque ligne une fois si vous voulez garder vos numéros."),
        ["birthDate"] = new("La date de naissance n'est pas une date.", "Renvoyez la ligne avec la date de naissance (JJ/MM/AAAA)."),
        ["foreignerNumber"] = new("Le numéro étranger n'a pas dix chiffres.", "Renvoyez la ligne avec les dix chiffres du numéro étranger ; dans un tableur, mettez la colonne au format texte."),
        ["applicationNumber"] = new("Le numéro de demande ne peut pas être lu ; un tableur l'a peut-être arrondi.", "Renvoyez la ligne avec le numéro entier ; dans un tableur, mettez la colonne au format texte."),
        ["permitEnd"] = new("La fin du titre {0} n'est pas une date : elle n'est pas reprise.", "Renvoyez la ligne avec la fin du titre (JJ/MM/AAAA)."),
        ["attestationEnd"] = new("La fin de l'attestation {0} n'est pas une date : elle n'est pas reprise.", "Renvoyez la ligne avec le jour où l'attestation a pris fin (JJ/MM/AAAA)."),
        ["department"] = new("Le département {0} n'est pas un code de département : il n'est pas repris.", "Renvoyez la ligne avec un code, par exemple 93, 2A ou 974."),
        ["tooLong"] = new("Le texte de la colonne {0} dépasse 8 000 signes : la fin n'est pas reprise.", "Renvoyez la ligne avec un texte plus court, ou joignez le texte en PDF."),
        ["documents"] = new("La pièce annoncée {0} n'est pas dans le message.", "Renvoyez la ligne avec ce fichier, sous le nom qui est dans la colonne « pieces »."),
    };

    private static readonly Dictionary<string, string> Files = new()
    {
        ["macros"] = "Le fichier {0} contient des macros : rien n'en est lu. Enregistrez-le sans macros, en CSV ou en XLSX.",
        ["zipBomb"] = "Le fichier {0} se déplie sans fin : rien n'en est lu. Envoyez le tableau en CSV.",
        ["type"] = "Le fichier {0} n'est ni un tableau (CSV, XLSX, JSON) ni un document (PDF, JPEG, PNG, HEIC) : il n'est pas gardé. Enregistrez-le sous l'une de ces formes.",
        ["unreadable"] = "Le fichier {0} est abîmé ou n'est pas ce que dit son nom : rien n'en est lu. Enregistrez-le de nouveau, si possible en CSV.",
        ["tooManyParts"] = "Le fichier {0} a trop de parties : rien n'en est lu. Envoyez le tableau en CSV.",
        ["tooDeep"] = "Le fichier {0} est emboîté trop profondément : rien n'en est lu. Envoyez le tableau directement.",
        ["unmatched"] = "Le fichier {0} n'a pu être rattaché à aucune ligne. Renvoyez-le avec le numéro de la ligne dans son nom, ou son nom dans la colonne « pieces ».",
    };

    /// <summary>Codes that have words.</summary>
    public static IReadOnlyCollection<string> LineCodes => Lines.Keys;

    /// <summary>Codes of files that have words.</summary>
    public static IReadOnlyCollection<string> FileCodes => Files.Keys;

    /// <param name="said">What the line's reason says already.</param>
    public static Outcome With(Outcome said, string? reason, IReadOnlyList<string> faults)
    {
        var told = faults.Where(f => !Says(reason, f)).Take(Most).Select(OfLine).ToList();
        if (told.Count == 0) return said;
        var todo = told.Select(t => t.Todo).Where(t => t.Length > 0).Distinct();
        return new(string.Join(' ', told.Select(t => t.Reason).Prepend(said.Reason)).Trim(), string.Join(' ', todo.Prepend(said.Todo)).Trim());
    }

    /// <summary>Of a mail that was read all the same: its files of which nothing was done.</summary>
    public static string? OfNotes(IEnumerable<string> notes)
    {
        var told = notes.Select(OfNote).OfType<string>().ToList();
        if (told.Count == 0) return null;
        return string.Join(' ', told.Count <= Most ? told : told.Take(Most).Append($"Et {told.Count - Most} autres fichiers."));
    }

    /// <summary>Of one fault of a line.</summary>
    public static Outcome OfLine(string fault)
    {
        var (code, written) = Parted(fault);
        if (code == "file") return new(OfFile(written), "Renvoyez la ligne avec ce fichier, corrigé.");
        return Lines.TryGetValue(code, out var words) ? words with { Reason = Quoting(words.Reason, written) } : new("Une partie de la ligne ne peut pas être lue.", Again);
    }

    private static string? OfNote(string note) => Parted(note) switch
    {
        ("unmatched", var name) => Quoting(Files["unmatched"], name),
        ("refused", var file) => OfFile(file),
        _ => null,
    };

    private static string OfFile(string fault) => Parted(fault) is var (code, name) ? Quoting(Files.GetValueOrDefault(code, Files["unreadable"]), name) : "";

    /// <summary>The reason of the line says the same.</summary>
    private static bool Says(string? reason, string fault) => (reason, Parted(fault).Code) switch
    {
        ("badBirthDate", "birthDate") or ("badNumber", "foreignerNumber") => true,
        (_, "kind") => fault == "kind",
        _ => false,
    };

    private static (string Code, string Written) Parted(string fault) => fault.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? (fault[..at], fault[(at + 1)..]) : (fault, "");

    private static string Quoting(string words, string written) => words.Replace("{0}", $"« {MailParts.Clip(written, MailLimits.Quoted)} »", StringComparison.Ordinal);
}
