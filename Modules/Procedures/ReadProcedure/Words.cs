using System.Globalization;
using Anef.Procedures.Contracts;

namespace Anef.Procedures.ReadProcedure;

/// <summary>The names that the rules use inside, in French for the reader.</summary>
internal static class Words
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static string OfKind(string kind) => kind switch
    {
        "first" => "première demande",
        "renewal" => "renouvellement",
        "change_status" => "changement de statut",
        "change_ground" => "changement de motif",
        "mobility" => "mobilité depuis un autre État membre",
        "reflection30" => "délai de réflexion de 30 jours",
        "aps" => "autorisation provisoire de séjour",
        "declaration" => "déclaration",
        "duplicate" => "duplicata",
        "employer" => "demande de l'employeur",
        "validation" => "validation",
        _ => kind,
    };

    public static string Of(DocumentTerm term) => $"{Of(term.Kind)} de {(term.Months > 0 ? $"{term.Months} mois" : $"{term.Days} jours")}";

    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", French);

    public static string Euros(decimal amount) => string.Create(French, $"{amount:0.##} €");

    private static string Of(ProvisionalKind kind) => kind switch
    {
        ProvisionalKind.Extension => "attestation de prolongation d'instruction",
        ProvisionalKind.Receipt => "récépissé",
        _ => "récépissé (commission du titre de séjour)",
    };
}
