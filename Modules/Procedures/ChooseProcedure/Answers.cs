using System.Globalization;
using Anef.Procedures.Domain;
using Anef.SharedKernel.Prefectures;

namespace Anef.Procedures.ChooseProcedure;

/// <summary>What a person has answered so far, as the address of the page says it.</summary>
internal sealed record Answers
{
    /// <summary>Stands for a date that the person does not know.</summary>
    public const string Unknown = "inconnue";

    public string? Group { get; init; }

    public string? Document { get; init; }

    public string? Until { get; init; }

    public string? Situation { get; init; }

    public string? Date { get; init; }

    public string? Department { get; init; }

    public DateOnly? UntilDay => Day(Until);

    public DateOnly? OtherDay => Day(Date);

    /// <summary>The first question that has no answer of ours; what a reader typed into the address by hand is asked again.</summary>
    public Question Next(GuideRules guide, PrefectureCatalog prefectures)
    {
        if (guide.Group(Group) is not { } group) return Question.Group;
        if (guide.Document(DocumentIn(group)) is not { } document || !group.Documents.Contains(document.Id)) return Question.Document;
        if (document.Dated && UntilDay is null) return Question.Until;
        if (guide.Situation(Situation) is not { } situation || !situation.Fits(group.Id)) return Question.Situation;
        if (situation.Asks is not null && OtherDay is null && Date != Unknown) return Question.Date;
        return prefectures.Find(Department ?? "") is null ? Question.Department : Question.None;
    }

    /// <summary>A family of one document needs no second question.</summary>
    public string? DocumentIn(GuideGroup group) => group.Documents is [var only] ? only : Document;

    /// <summary>The address with everything before a question, so that it is asked again.</summary>
    public string Before(Question question) => Address([.. Parts().TakeWhile(p => p.Question < question)]);

    /// <summary>The address with one more answer.</summary>
    public string With(Question question, string value) => Address([.. Parts().Where(p => p.Question < question), (question, value)]);

    /// <summary>The answers before a question, as hidden fields of its form.</summary>
    public IEnumerable<(string Name, string Value)> Kept(Question before) => Parts().TakeWhile(p => p.Question < before).Select(p => (NameOf(p.Question), p.Value));

    public static string NameOf(Question question) => question switch
    {
        Question.Group => "titre",
        Question.Document => "mention",
        Question.Until => "fin",
        Question.Situation => "situation",
        Question.Date => "date",
        _ => "departement",
    };

    private IEnumerable<(Question Question, string Value)> Parts()
    {
        foreach (var (question, value) in new[]
        {
            (Question.Group, Group), (Question.Document, Document), (Question.Until, Until),
            (Question.Situation, Situation), (Question.Date, Date), (Question.Department, Department),
        })
            if (value is { Length: > 0 }) yield return (question, value);
    }

    private static string Address(IReadOnlyList<(Question Question, string Value)> parts) => parts.Count == 0 ? ChooseProcedurePage.Here
        : $"{ChooseProcedurePage.Here}?{string.Join('&', parts.Select(p => $"{NameOf(p.Question)}={Uri.EscapeDataString(p.Value)}"))}";

    /// <summary>As a date field sends it, or as people in France write it.</summary>
    private static DateOnly? Day(string? written) =>
        DateOnly.TryParseExact(written?.Trim(), ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2100 ? day : null;
}

/// <summary>The questions, in their order.</summary>
internal enum Question
{
    Group,
    Document,
    Until,
    Situation,
    Date,
    Department,
    None,
}
