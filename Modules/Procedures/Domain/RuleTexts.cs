using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Anef.Procedures.Domain;

/// <summary>The rules as text: what is wrong with it and on which line; its first day and number without touching the rest.</summary>
internal static partial class RuleTexts
{
    public static IEnumerable<TextFault> Faults(string family, string body)
    {
        JsonException? malformed = null;
        try
        {
            if (RuleFamilies.Parse(family, body).Version < 1) return [new(null, "Le numéro de version commence à 1.")];
        }
        catch (JsonException fault)
        {
            malformed = fault;
        }
        if (malformed is null) return [];
        var structure = RuleShape.Faults(family, body).ToList();
        return structure.Count > 0 ? structure : [new(malformed.LineNumber is { } line ? (int)line + 1 : null, malformed.Message)];
    }

    /// <summary>The text with another number and first day; everything else as it was typed.</summary>
    public static string Dated(string body, int version, DateOnly from) => WithFirstDay(Number().Replace(body, $"${{1}}{version}", 1), from);

    public static string WithFirstDay(string body, DateOnly from) =>
        FirstDay().Replace(body, $"${{1}}{from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}${{2}}", 1);

    [GeneratedRegex("""("version"\s*:\s*)\d+""")]
    private static partial Regex Number();

    [GeneratedRegex("""("effectiveFrom"\s*:\s*")[^"]*(")""")]
    private static partial Regex FirstDay();
}

/// <summary>Something wrong in a text.</summary>
/// <param name="Line">From 1; null when it is the text as a whole.</param>
internal sealed record TextFault(int? Line, string Words);
