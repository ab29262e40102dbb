using System.Text.Json.Serialization;

namespace Anef.Procedures.Domain;

/// <summary>When a request may be filed: art. R.431-4, R.431-5. E is the last day of the held document.</summary>
internal sealed record WindowRules : RuleVersion
{
    public required int AdultAt { get; init; }

    public required HashSet<string> KindsWithoutWindow { get; init; }

    [JsonPropertyName(WindowIds.Online)]
    public required BeforeExpiry Online { get; init; }

    [JsonPropertyName(WindowIds.TwoMonths)]
    public required BeforeExpiry TwoMonths { get; init; }

    [JsonPropertyName(WindowIds.Transitional)]
    public required PlainRule Transitional { get; init; }

    [JsonPropertyName(WindowIds.LongTermResident)]
    public required ExemptGrounds LongTermResident { get; init; }

    [JsonPropertyName(WindowIds.Entry2M)]
    public required AfterEvent Entry2M { get; init; }

    [JsonPropertyName(WindowIds.Entry3M)]
    public required AfterEvent Entry3M { get; init; }

    [JsonPropertyName(WindowIds.Move3M)]
    public required AfterEvent Move3M { get; init; }

    [JsonPropertyName(WindowIds.Age19Eve)]
    public required EveOfBirthday Age19Eve { get; init; }

    [JsonPropertyName(WindowIds.Age18)]
    public required AfterBirthday Age18 { get; init; }

    [JsonPropertyName(WindowIds.Protection)]
    public required PlainRule Protection { get; init; }

    [JsonPropertyName(WindowIds.Anytime)]
    public required PlainRule Anytime { get; init; }

    /// <summary>The figures of a window, for those who say it in another language.</summary>
    public WindowTerms TermsOf(string id) => id switch
    {
        WindowIds.Online => new(Online.Opens, Online.Closes, null),
        WindowIds.TwoMonths => new(TwoMonths.Opens, TwoMonths.Closes, null),
        WindowIds.Entry2M => new(null, Entry2M.Closes, null),
        WindowIds.Entry3M => new(null, Entry3M.Closes, null),
        WindowIds.Move3M => new(null, Move3M.Closes, null),
        WindowIds.Age19Eve => new(null, null, Age19Eve.Age),
        _ => new(null, null, null),
    };

    /// <summary>The article of a window; null when it is unknown.</summary>
    public string? ArticleOf(string id) => id switch
    {
        WindowIds.Online => Online.Article,
        WindowIds.TwoMonths => TwoMonths.Article,
        WindowIds.Entry2M => Entry2M.Article,
        WindowIds.Entry3M => Entry3M.Article,
        WindowIds.Move3M => Move3M.Article,
        WindowIds.Age19Eve => Age19Eve.Article,
        WindowIds.Protection => Protection.Article,
        _ => null,
    };

    /// <summary>The window in words; null when the id is unknown.</summary>
    public string? WordsOf(string id) => id switch
    {
        WindowIds.Online => Online.Words,
        WindowIds.TwoMonths => TwoMonths.Words,
        WindowIds.Entry2M => Entry2M.Words,
        WindowIds.Entry3M => Entry3M.Words,
        WindowIds.Move3M => Move3M.Words,
        WindowIds.Age19Eve => Age19Eve.Words,
        WindowIds.Protection => Protection.Words,
        WindowIds.Anytime => Anytime.Words,
        _ => null,
    };
}

/// <summary>Names of windows in the data and in answers.</summary>
internal static class WindowIds
{
    public const string Online = "ANEF_120_60";
    public const string TwoMonths = "TWO_MONTHS";
    public const string Transitional = "TRANSITIONAL";
    public const string LongTermResident = "RLDUE_EXEMPT";
    public const string Entry2M = "ENTRY_2M";
    public const string Entry3M = "ENTRY_3M";
    public const string Move3M = "MOVE_3M";
    public const string Age19Eve = "AGE19_EVE";
    public const string Age18 = "AGE18_2M";
    public const string Protection = "BPI";
    public const string Anytime = "ANYTIME";
}

/// <summary>When a window opens and closes, counted from the end of the document or from an event; or the age at which it closes.</summary>
internal sealed record WindowTerms(Delay? Opens, Delay? Closes, int? Age);

/// <summary>An article and its meaning in French.</summary>
internal record PlainRule(string Article, string Words);

/// <summary>Opens and closes so long before E.</summary>
internal sealed record BeforeExpiry(string Article, string Words, Delay Opens, Delay Closes) : PlainRule(Article, Words);

/// <summary>Opens with an event and closes so long after it.</summary>
internal sealed record AfterEvent(string Article, string Words, Delay Closes) : PlainRule(Article, Words);

/// <summary>No window for those who hold a permit on one of these grounds.</summary>
internal sealed record ExemptGrounds(string Article, string Words, HashSet<string> Grounds) : PlainRule(Article, Words);

/// <summary>Closes on the eve of a birthday, for those grounds.</summary>
/// <param name="UnknownEntryUnder">Age under which a person whose entry is unknown counts as entered while a minor.</param>
internal sealed record EveOfBirthday(string Article, string Words, int Age, int UnknownEntryUnder, HashSet<string> Grounds) : PlainRule(Article, Words);

/// <summary>Closes so long after a birthday.</summary>
/// <param name="UnknownEntryUnder">Age under which a person whose entry is unknown counts as entered while a minor.</param>
internal sealed record AfterBirthday(string Article, string Words, int Age, Delay After, int UnknownEntryUnder) : PlainRule(Article, Words);
