using System.Globalization;

namespace Anef.SharedKernel.Languages;

/// <summary>Says things in the language of who reads. Given to pages by injection, one a request.</summary>
public sealed class Say
{
    /// <param name="language">Of this reader.</param>
    public Say(Language language) => Language = language;

    /// <summary>The language in use.</summary>
    public Language Language { get; }

    /// <summary><c>rtl</c> or <c>ltr</c>, for the <c>dir</c> attribute.</summary>
    public string Direction => Language.RightToLeft ? "rtl" : "ltr";

    /// <summary>The words under a key; the key itself where nobody wrote any.</summary>
    public string this[string key] => Language.Find(key) ?? key;

    /// <summary>The words with their blanks filled in by name: <c>Say["a.key", ("day", today)]</c>. Days and numbers are written as the language does.</summary>
    public string this[string key, params (string Name, object? Value)[] blanks] => Fill(this[key], blanks);

    /// <summary>The words under a key, or null.</summary>
    public string? Find(string key) => Language.Find(key);

    /// <summary>What the reader calls something of the catalogue: <c>Named("document", "MARI", "Acte de mariage")</c>.</summary>
    /// <param name="otherwise">As the catalogue itself has it, where the language has no word of its own.</param>
    public string Named(string kind, string code, string otherwise) => Find($"{kind}.{code}") ?? otherwise;

    /// <summary>The form of the words that goes with a number; <c>{n}</c> is the number.</summary>
    public string Count(string key, long number, params (string Name, object? Value)[] blanks)
    {
        var words = Language.Find($"{key}.{Language.Plurals.FormOf(number)}") ?? Language.Find($"{key}.other") ?? key;
        return Fill(words, [.. blanks, ("n", number)]);
    }

    /// <summary>A day in full: <c>1er mars 2026</c>.</summary>
    public string Day(DateOnly day) => Language.Code == "fr" && day.Day == 1
        ? day.ToString("'1er' MMMM yyyy", Language.Culture)
        : day.ToString("d MMMM yyyy", Gregorian(Language.Culture));

    /// <summary>A day and an hour, in a zone.</summary>
    public string Instant(DateTimeOffset at, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return $"{Day(DateOnly.FromDateTime(local.DateTime))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>An amount in euros.</summary>
    public string Euros(decimal amount) => string.Create(Language.Culture, $"{amount:0.##} €");

    private string Fill(string words, (string Name, object? Value)[] blanks)
    {
        foreach (var (name, value) in blanks)
            words = words.Replace($"{{{name}}}", Written(value), StringComparison.Ordinal);
        return words;
    }

    private string Written(object? value) => value switch
    {
        null => "",
        string text => text,
        DateOnly day => Day(day),
        decimal number => number.ToString("0.##", Language.Culture),
        IFormattable number => number.ToString(null, Language.Culture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Days are those of the State's calendar in every language.</summary>
    private static CultureInfo Gregorian(CultureInfo culture)
    {
        if (culture.DateTimeFormat.Calendar is GregorianCalendar) return culture;
        var own = (CultureInfo)culture.Clone();
        own.DateTimeFormat.Calendar = own.OptionalCalendars.OfType<GregorianCalendar>().First();
        return own;
    }
}
