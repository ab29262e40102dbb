using System.Globalization;
using Anef.Applications.Domain;
using Anef.SharedKernel.Languages;

namespace Anef.Applications.FollowApplication;

/// <summary>A line of the history in the reader's language.</summary>
internal static class HistoryWords
{
    /// <param name="nameOf">A document's name by its code.</param>
    public static string Of(HistoryEntry entry, Say say, Func<string, string>? nameOf = null)
    {
        var words = say.Find($"space.history.{entry.What}") ?? entry.What;
        return entry.Detail.Length == 0 ? words : $"{words} : {Detail(entry, say, nameOf ?? (code => code))}";
    }

    private static string Detail(HistoryEntry entry, Say say, Func<string, string> nameOf) => entry.What switch
    {
        "documentsRequested" or "documentsSupplied" => string.Join(", ", entry.Detail.Split(", ").Select(nameOf)),
        "amended" => string.Join(", ", entry.Detail.Split(", ").Select(field => FieldName(field, say))),
        "copiesDestroyed" or "contentsDestroyed" => string.Join(", ", entry.Detail.Split(", ").Select(nameOf)),
        "identityCorrected" => say.Find($"space.correct.field.{entry.Detail}") ?? entry.Detail,
        "filed" => say.Find($"space.channel.{entry.Detail}") ?? entry.Detail,
        "decisionNotified" => say.Find($"space.outcome.{entry.Detail}") ?? entry.Detail,
        "closed" => say.Find($"space.closed.{entry.Detail}") ?? entry.Detail,
        _ when DateOnly.TryParseExact(entry.Detail, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => say.Day(day),
        _ => entry.Detail,
    };

    /// <summary>The name of an answer: ours, the form's, or as it is kept.</summary>
    public static string FieldName(string field, Say say) => say.Find($"space.field.{field}") ?? say.Find($"filing.field.{field}") ?? field;
}
