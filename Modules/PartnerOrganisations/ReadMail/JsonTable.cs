using System.Text.Json;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Lines that are written as JSON: an array of objects, an object whose <c>lines</c> is one, or one line alone.</summary>
internal static class JsonTable
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MailLimits.JsonDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Each line as its names and values, all text.</summary>
    /// <exception cref="MailFault">It cannot be read.</exception>
    public static IReadOnlyList<IReadOnlyList<Cell>> Lines(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Options);
            if (IsLine(json.RootElement)) return [Line(json.RootElement)];
            var list = Array(json.RootElement);
            if (list.GetArrayLength() > MailLimits.Lines) throw new MailFault("tooManyLines");
            return [.. list.EnumerateArray().Select(Line)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new MailFault("unreadable");
        }
    }

    /// <summary>One situation alone, without a list around it.</summary>
    private static bool IsLine(JsonElement root) => root.ValueKind == JsonValueKind.Object && !root.EnumerateObject().Any(p => p.Value.ValueKind == JsonValueKind.Array && Fold.Key(p.Name) is "lines" or "lignes")
        && Headings.Count(root.EnumerateObject().Select(p => p.Name)) >= 2;

    private static JsonElement Array(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array) return root;
        if (root.ValueKind != JsonValueKind.Object) throw new MailFault("unreadable");
        return root.EnumerateObject().Where(p => Fold.Key(p.Name) is "lines" or "lignes" && p.Value.ValueKind == JsonValueKind.Array).Select(p => (JsonElement?)p.Value).FirstOrDefault()
            ?? throw new MailFault("unreadable");
    }

    /// <summary>What is no object is a line all the same: a person looks at it.</summary>
    private static List<Cell> Line(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? [.. element.EnumerateObject().Take(MailLimits.Columns).Select(p => Cell.Of(p.Name, Value(p.Value)))]
        : [new(Column.Text, "text", Value(element))];

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => Fold.Clean(value.GetString() ?? ""),
        JsonValueKind.True => "oui",
        JsonValueKind.False => "non",
        JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) => string.Join(';', value.EnumerateArray().Select(Value)),
        _ => value.GetRawText(),
    };
}
