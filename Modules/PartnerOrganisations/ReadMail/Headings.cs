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
        (Column.Kind, "type kind nature typededemande"),
        (Column.Surname, "nom surname lastname nomdefamille nomdenaissance"),
        (Column.GivenNames, "prenoms prenom givennames givenname firstname"),
        (Column.BirthDate, "naissance birthdate datedenaissance datenaissance dateofbirth nele neele ddn"),
        (Column.ForeignerNumber, "numeroetranger foreignernumber netranger noetranger agdref numeroagdref nagdref"),
        (Column.ApplicationNumber, "numerodemande applicationnumber ndemande nodemande numerodelademande ndde dde"),
        (Column.Procedure, "procedure"),
        (Column.PermitEnd, "fintitre permitend findutitre findetitre datefintitre"),
        (Column.Department, "departement department dept dep"),
        (Column.Contact, "contact"),
        (Column.Instruction, "consigne instruction consignes instructions"),
        (Column.Text, "texte text message situation commentaire"),
        (Column.Documents, "pieces documents piece document piecesjointes pj"),
    }.SelectMany(c => c.Names.Split(' ').Select(n => (Name: n, c.Column))).ToDictionary(c => c.Name, c => c.Column);

    public static Column? Of(string heading) => heading.Length <= MailLimits.Quoted && Known.TryGetValue(Fold.Key(heading), out var column) ? column : null;

    /// <summary>How many different columns are known among these.</summary>
    public static int Count(IEnumerable<string> headings) => headings.Take(MailLimits.Columns).Select(Of).OfType<Column>().Distinct().Count();

    /// <summary>Whether a row is one of headings: two that are known say so; a line of data holds none.</summary>
    public static bool Stand(IReadOnlyList<string> row) => Count(row) >= 2;
}
