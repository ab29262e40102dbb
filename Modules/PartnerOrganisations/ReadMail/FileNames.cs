using System.Globalization;
using System.Text.RegularExpressions;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>What the name of a file tells of whose it is.</summary>
internal sealed class FileNames
{
    private static readonly Regex Named = New(@"(?:^|[^a-z])(?:ligne|line|l|cas|situation|personne|n°)[ _\-]?0*(?<n>\d{1,4})(?:[^\d]|$)");
    private static readonly Regex Leading = New(@"^0*(?<n>\d{1,4})(?:[ _.)]|-[^\d])");
    private static readonly Regex Digits = New(@"\d[\d ]*\d");
    private static readonly Regex Own = New(@"\d{2,3}-\d{4}-[0-9a-z]{8}");

    /// <summary>Capitals that name a document, not a person.</summary>
    private static readonly HashSet<string> Documents = ["OP", "PJ", "CV", "ID", "CNI", "API", "BPI", "RIB", "PDF", "JPG", "PNG", "TS", "CR", "CST", "APS", "DDE", "IMG", "DSC", "WA", "VID", "ANEF", "CAF", "VLS", "DOC", "REC", "OK", "NB"];

    public FileNames(string name)
    {
        var bare = Fold.Clean(Path.GetFileNameWithoutExtension(name)).Replace('_', ' ');
        var folded = Fold.Text(bare);
        LineNumber = Number(Named.Match(folded)) ?? Number(Leading.Match(folded));
        Numbers = [.. Digits.Matches(folded).Select(m => m.Value.Replace(" ", "", StringComparison.Ordinal)).Concat(Own.Matches(folded).Select(m => m.Value.ToUpperInvariant()))];
        Words = Fold.Words(bare);
        Initials = [.. bare.Split((char[])[' ', '-', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length is 2 or 3 && w.All(char.IsAsciiLetterUpper) && !Documents.Contains(w))];
        IsMandates = Words.Any(w => w.StartsWith("mandat", StringComparison.Ordinal));
    }

    public int? LineNumber { get; }

    public IReadOnlyList<string> Numbers { get; }

    public IReadOnlyList<string> Words { get; }

    public IReadOnlyList<string> Initials { get; }

    public bool IsMandates { get; }

    private static int? Number(Match match) => match.Success ? int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) : null;

    private static Regex New(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
