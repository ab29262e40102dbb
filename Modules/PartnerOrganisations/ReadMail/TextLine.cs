using System.Text.RegularExpressions;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>What a situation says that is told in words. What is not found is not guessed: the words are kept.</summary>
internal static class TextLine
{
    private static readonly Regex Birth = New($@"\b(?:nee?(?:\(e\))?(?: le| :|:)?|ddn ?:?|date de naissance ?:?|naissance ?:?|born(?: on)?) ?(?<day>{Dates.Pattern})");
    private static readonly Regex Beside = New(@"^[^\d\n]{3,60}[(,] ?(?<day>\d{1,2} ?[/.\-] ?\d{1,2} ?[/.\-] ?\d{4})\b");
    private static readonly Regex Foreigner = New(@"\b(?:etranger[es]?|agdref)\b ?(?:n ?°)? ?[:=]? ?(?<n>\d[\d .]{2,22}\d)");
    private static readonly Regex TenDigits = New(@"(?:^|[^\d+])(?<n>[1-9]\d{9})(?:[^\d]|$)");
    private static readonly Regex Application = New(@"\b(?:dde|demande|requete|dossier)s?\b(?: de [a-z]+)? ?(?:anef)? ?(?:n ?°|no\.?|numero)? ?[:=]? ?(?<n>[0-9][0-9a-z\-]{5,39}|\d[\d ]{8,30}\d)");
    private static readonly Regex NineteenDigits = New(@"(?:^|[^\d])(?<n>\d{19}|\d{2,3}-\d{4}-[0-9a-z]{8})(?:[^\da-z]|$)");
    private static readonly Regex PermitEnd = New($@"\b(?:expire(?:ra|ee?|es)?|expirant|fin de titre|fin du titre|titre valable|valable|valide)\b(?: le| au| jusqu'au| depuis le| :)? ?(?<day>{Dates.Pattern})");
    private static readonly Regex AttestationEnd = New($@"\b(?:api|attestation(?: de prolongation)?|recepisse)\b[^.;\n]{{0,40}}?\b(?:finie?|expiree?|terminee?|expire|echue)\b(?: le| au| depuis le| depuis)? ?(?<day>{Dates.Pattern})");
    private static readonly Regex Department = New(@"\b(?:departement|prefecture|dept)\b(?: de| du| des| :)? ?\(?(?<n>\d{2,3}|2[ab])\b");
    private static readonly Regex Procedure = New(@"\bprocedure ?:? ?(?<n>[a-z]{2,5}(?:-[a-z0-9]{1,4})?)\b");
    private static readonly Regex Contact = New(@"\bcontact ?: ?(?<n>[^\n;]{2,200})");

    /// <summary>Years after which a day is no end of a permit.</summary>
    private const int Generation = 11;

    /// <summary>Whether a text names somebody by a number of theirs; the number.</summary>
    public static string? NumberIn(string text) => ForeignerIn(Fold.Text(MailParts.Clip(text, MailLimits.Field)), []);

    /// <summary>Whether a text says when somebody was born.</summary>
    public static bool SaysBirth(string text) => Birth.IsMatch(Fold.Text(MailParts.Clip(text, MailLimits.Field)));

    /// <param name="numbered">A situation among others starts with its name; in a letter it stands anywhere.</param>
    /// <param name="written">When the mail was written.</param>
    public static ReadLine Of(int number, string text, bool numbered, DateOnly? written)
    {
        var folded = Fold.Text(MailParts.Clip(text, MailLimits.Field));
        var faults = new List<string>();
        var name = numbered ? PersonName.AtHead(text) ?? PersonName.Within(text) : PersonName.Within(text);
        var kind = Kinds.InText(text);
        var safe = SafeWords.In(text);
        if (kind is null && !safe) faults.Add("kind");
        var attestationEnd = Day(AttestationEnd, folded, text, false, written, "attestationEnd", faults);
        return new(number, kind ?? Kinds.Unknown)
        {
            Surname = name?.Surname,
            GivenNames = name?.GivenNames,
            BirthDate = Day(Birth, folded, text, true, written, "birthDate", faults) ?? (faults.Exists(f => f.StartsWith("birthDate", StringComparison.Ordinal)) ? null : BesideName(folded, written)),
            ForeignerNumber = ForeignerIn(folded, faults),
            ApplicationNumber = (Found(Application, folded) ?? Found(NineteenDigits, folded)) is { } application ? Numbers.Application(application) : null,
            Procedure = Found(Procedure, folded)?.ToUpperInvariant(),
            PermitEnd = attestationEnd is null ? Day(PermitEnd, folded, text, false, written, "permitEnd", faults) : null,
            AttestationEnd = attestationEnd,
            Department = Found(Department, folded) is { } department ? Numbers.Department(department) : null,
            Contact = Contact.Match(folded) is { Success: true } contact ? text.Substring(contact.Groups["n"].Index, contact.Groups["n"].Length).Trim().TrimEnd('.') : null,
            Text = MailParts.Clip(text, MailLimits.Field),
            SafeContact = safe,
            Faults = faults,
        };
    }

    /// <summary>« DIALLO Awa (03/02/1994) »: whatever else is dated beside a name is of these last years.</summary>
    private static DateOnly? BesideName(string folded, DateOnly? written) =>
        Beside.Match(folded) is { Success: true } match && Dates.Of(match.Groups["day"].Value, born: true) is { } day && written?.Year - day.Year >= Generation ? day : null;

    private static string? ForeignerIn(string folded, List<string> faults)
    {
        if (Found(Foreigner, folded) is not { } named) return Found(TenDigits, folded);
        var number = Numbers.Foreigner(named);
        if (number is null) faults.Add($"foreignerNumber {named}");
        return number;
    }

    private static DateOnly? Day(Regex shape, string folded, string text, bool born, DateOnly? written, string name, List<string> faults)
    {
        if (shape.Match(folded) is not { Success: true } match) return null;
        var group = match.Groups["day"];
        var day = Dates.Of(group.Value, born, written);
        if (day is null) faults.Add($"{name} {text.Substring(group.Index, group.Length)}");
        return day;
    }

    private static string? Found(Regex shape, string folded) => shape.Match(folded) is { Success: true } match ? match.Groups["n"].Value.Trim() : null;

    private static Regex New(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
