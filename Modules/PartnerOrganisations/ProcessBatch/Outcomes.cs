namespace Anef.PartnerOrganisations.ProcessBatch;

/// <summary>What is said of a line: why, and what to do. The same words by mail, on pages, by the API and on the command line.</summary>
internal static class Outcomes
{
    private const string Wait = "Rien : la préfecture répond dans ce fil.";

    private static readonly Dictionary<string, Outcome> Words = new()
    {
        ["noMandate"] = new("Aucun mandat valide ne permet d'agir pour la personne de cette ligne.", "Joignez le mandat signé, ou demandez à la personne un code depuis son espace, puis renvoyez la ligne."),
        ["toIdentify"] = new("Le numéro et la date de naissance ne désignent personne avec certitude : un agent cherche.", "Vérifiez le numéro et la date de naissance ; s'ils sont faux, renvoyez la ligne corrigée."),
        ["notUnderstood"] = new("Ce que cette ligne demande n'a pas été compris : un agent la lit.", "Rien ; pour aller plus vite, renvoyez-la avec un type (demande, attestation, blocage, piece, question, fondement)."),
        ["noNumber"] = new("Il manque le numéro étranger ou le numéro de demande.", "Renvoyez la ligne avec l'un des deux numéros et la date de naissance."),
        ["noBirthDate"] = new("Il manque la date de naissance.", "Renvoyez la ligne avec la date de naissance (JJ/MM/AAAA)."),
        ["badBirthDate"] = new("La date de naissance ne peut pas être lue.", "Renvoyez la ligne avec la date de naissance (JJ/MM/AAAA)."),
        ["badNumber"] = new("Le numéro étranger ne peut pas être lu : il a dix chiffres.", "Renvoyez la ligne avec le numéro étranger ou le numéro de demande."),
        ["noProcedure"] = new("Il manque la démarche demandée.", "Renvoyez la ligne avec le code de la démarche (colonne « procedure »)."),
        ["unknownProcedure"] = new("Le code de la démarche n'est pas au catalogue.", "Renvoyez la ligne avec un code du catalogue des démarches."),
        ["procedureNotAgreed"] = new("Votre convention ne permet pas cette démarche.", "Demandez une extension de la convention, ou laissez la personne déposer elle-même."),
        ["outsideAgreement"] = new("Votre convention ne couvre pas la préfecture qui suit cette personne.", "Demandez une extension de la convention, ou laissez la personne écrire elle-même."),
        ["asylum"] = new("L'asile n'est pas traité ici : la demande d'asile relève de l'OFPRA et du guichet unique (GUDA).", "Adressez la personne à la structure de premier accueil des demandeurs d'asile."),
        ["nationality"] = new("La nationalité française n'est pas traitée ici : elle relève de la plateforme de naturalisation de la préfecture.", "Utilisez le téléservice de demande de naturalisation."),
        ["contactProtected"] = new("Plus rien n'est envoyé aux adresses connues de la personne ; la préfecture en charge a la situation.", Wait),
        ["routed"] = new("La préfecture en charge a la situation.", Wait),
        ["routedElsewhere"] = new("Cette personne est suivie par une autre préfecture que celle que dit la ligne : la situation lui est remise.", Wait),
        ["filed"] = new("La demande est déposée.", "Rien, ou les pièces qui manquent : elles sont demandées à la personne."),
        ["draftKept"] = new("Il est trop tôt pour déposer : un brouillon est gardé.", "Renvoyez la ligne à partir du jour d'ouverture, ou laissez la personne déposer son brouillon."),
        ["attached"] = new("Les pièces sont au dossier.", "Rien."),
        ["groundChanged"] = new("Le fondement du dossier est changé ; la date de dépôt reste.", Wait),
        ["groundToSee"] = new("La préfecture en charge examine le changement de fondement.", Wait),
        ["noDocuments"] = new("Aucune pièce jointe ne correspond à cette ligne.", "Renvoyez la ligne avec les fichiers, et leurs noms dans la colonne « pieces »."),
        ["noApplication"] = new("Aucune demande en cours ne peut recevoir ces pièces.", "Renvoyez la ligne avec le numéro de la demande."),
        ["documentRefused"] = new("Une pièce n'a pas pu être acceptée.", "Renvoyez-la : PDF, JPEG, PNG ou HEIC, sans mot de passe ni macro."),
        ["refusedByLaw"] = new("La demande ne peut pas être faite.", "Corrigez ce qui est dit, puis renvoyez la ligne."),
        ["answered"] = new("La préfecture a déjà répondu à cette situation.", "Écrivez ce qui a changé, si quelque chose a changé."),
        ["asked"] = new("La préfecture demande une précision.", "Répondez dans les échanges de cette situation."),
    };

    private static readonly Dictionary<string, string> Faults = new()
    {
        ["empty"] = "Le message est vide.",
        ["unreadable"] = "Le message ne peut pas être lu.",
        ["tooLarge"] = "Le message dépasse 25 Mo : envoyez-le en plusieurs fois.",
        ["tooManyLines"] = "Le tableau dépasse 5 000 lignes : envoyez-le en plusieurs fois.",
        ["tooDeep"] = "Trop de messages sont emboîtés l'un dans l'autre : envoyez le tableau directement.",
        ["zipBomb"] = "Une archive se déplie sans fin : rien n'en a été lu.",
        ["macros"] = "Un fichier contient des macros : enregistrez-le sans macros, en CSV ou en XLSX.",
        ["tooManyParts"] = "Le message a trop de pièces jointes : envoyez-le en plusieurs fois.",
        ["type"] = "Le fichier joint n'est ni un tableau (CSV, XLSX, JSON) ni un document accepté.",
        ["noLines"] = "Aucune situation n'a été trouvée dans le message.",
    };

    /// <param name="words">Those of the line, where the code's are not enough.</param>
    public static Outcome Of(string? reason, string? words = null)
    {
        var said = reason is not null && Words.TryGetValue(reason, out var known) ? known : new("", "");
        return words is null ? said : said with { Reason = words };
    }

    /// <summary>Of a line that was read, with what is wrong with it. Without a mandate nothing of the line is repeated.</summary>
    public static Outcome Of(Domain.LineStatus? status, string? reason, string? words, IReadOnlyList<string> faults, Domain.Repeat repeat) =>
        Repeated(status == Domain.LineStatus.RefusedNoMandate ? Of(reason, words) : FaultWords.With(Of(reason, words), reason, faults), repeat);

    /// <summary>Why nothing of a mail could be read.</summary>
    public static string OfFault(string fault) => Faults.GetValueOrDefault(fault, "Le message ne peut pas être lu.");

    /// <summary>Codes of whole mails that have words.</summary>
    public static IReadOnlyCollection<string> FaultCodes => Faults.Keys;

    /// <summary>A line that came before says so, and its situation stands where it stood.</summary>
    public static Outcome Repeated(Outcome outcome, Domain.Repeat repeat) => repeat switch
    {
        Domain.Repeat.Same => outcome with { Reason = $"Déjà reçue, rien ne change. {outcome.Reason}".TrimEnd() },
        Domain.Repeat.Correction => outcome with { Reason = $"Correction d'une ligne déjà reçue. {outcome.Reason}".TrimEnd() },
        _ => outcome,
    };
}

/// <param name="Reason">In plain French; empty when nothing has to be said.</param>
/// <param name="Todo">What to do; empty when nothing is.</param>
internal sealed record Outcome(string Reason, string Todo);
