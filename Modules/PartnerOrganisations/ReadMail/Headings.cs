namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>What a column holds.</summary>
internal enum Column
{
    Line,
    Kind,
    Surname,
    GivenNames,
    BirthDate,
    ForeignerNumber,
    ApplicationNumber,
    Procedure,
    PermitEnd,
    Department,
    Contact,
    Instruction,
    Text,
    Documents,
}

/// <summary>Names of columns: the French one, the English one, and what people write for them.</summary>
internal static class Headings
{
    private static readonly Dictionary<string, Column> Known = new (Column Column, string Names)[]
    {
        (Column.Line, "ligne line n no num numero nligne"),
        (Column.Kind, "type kind nature naturedelademande typededemande"),
        (Column.Surname, "nom surname lastname familyname nomdefamille nomdenaissance nomusuel"),
        (Column.GivenNames, "prenoms prenom givennames givenname firstname firstnames"),
        (Column.BirthDate, "naissance birthdate datedenaissance datenaissance dateofbirth dob nele neele ddn neee"),
        (Column.ForeignerNumber, "numeroetranger foreignernumber netranger noetranger numetranger agdref numeroagdref nagdref numerodetranger"),
        (Column.ApplicationNumber, "numerodemande applicationnumber ndemande nodemande numerodelademande numdemande ndde dde"),
        (Column.Procedure, "procedure demarche codeprocedure codedemarche"),
        (Column.PermitEnd, "fintitre permitend findutitre findetitre datefintitre datedefindetitre datedefindutitre datedefintitre expiration dateexpiration datedexpiration"),
        (Column.Department, "departement department dept dep"),
        (Column.Contact, "contact"),
        (Column.Instruction, "consigne instruction consignes instructions"),
        (Column.Text, "texte text message situation commentaire commentaires observation observations"),
        (Column.Documents, "pieces documents piece document piecesjointes piecejointe pj fichiers files"),
    }.SelectMany(c => c.Names.Split(' ').Select(n => (Name: n, c.Column))).ToDictionary(c => c.Name, c => c.Column);

    public static Column? Of(string heading) => heading.Length > MailLimits.Quoted ? null
        : Known.TryGetValue(Fold.Key(heading), out var column) || Known.TryGetValue(Fold.Key(Bare(heading)), out column) ? column : null;

    /// <summary>« Naissance (JJ/MM/AAAA) », « Nom * »: what stands in brackets explains.</summary>
    private static string Bare(string heading) => heading.IndexOf('(', StringComparison.Ordinal) is var at and > 0 ? heading[..at] : heading;

    /// <summary>How many different columns are known among these.</summary>
    public static int Count(IEnumerable<string> headings) => headings.Take(MailLimits.Columns).Select(Of).OfType<Column>().Distinct().Count();

    /// <summary>Whether a row is one of headings: two that are known say so; a line of data holds none.</summary>
    public static bool Stand(IReadOnlyList<string> row) => Count(row) >= 2;
}
