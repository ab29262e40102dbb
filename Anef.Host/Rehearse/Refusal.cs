using System.Text.Json.Nodes;

namespace Anef.Host.Rehearse;

/// <summary>An act that a rule said no to: it changed nothing, the rehearsal goes on, and the timeline tells.</summary>
/// <param name="Position">Its place among the facts.</param>
internal sealed record Refusal(DateTimeOffset At, long Position, string Verb, string Code, string Reason, string? Person, string? Application)
{
    public const string Event = "ActRefused";

    public static IReadOnlyList<string> Fields { get; } = ["at", "person", "application", "verb", "code", "reason"];

    public JsonObject ToJson()
    {
        var fields = new JsonObject();
        if (Application is not null) fields["application"] = Application;
        if (Person is not null) fields["person"] = Person;
        fields["verb"] = Verb;
        fields["code"] = Code;
        fields["reason"] = Reason;
        return fields;
    }
}
