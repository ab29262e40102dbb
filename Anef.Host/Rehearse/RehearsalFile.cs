using System.Text.Json.Nodes;

namespace Anef.Host.Rehearse;

/// <summary>A rehearsal as its file tells it; every part knows its line.</summary>
internal sealed record RehearsalFile
{
    public required string Title { get; init; }

    /// <summary>Department where people live unless said otherwise.</summary>
    public required Placed<string> Prefecture { get; init; }

    public required DateTimeOffset Start { get; init; }

    /// <summary>The instant at which the clock stops.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Overrides of every prefecture's configuration, or null.</summary>
    public Block? Settings { get; init; }

    public required IReadOnlyList<Role> People { get; init; }

    /// <summary>In the order in which they are played.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    public required IReadOnlyList<Expectation> Expectations { get; init; }

    /// <summary>Departments that somebody lives in, or moves to.</summary>
    public IEnumerable<Placed<string>> Prefectures =>
        [Prefecture, .. People.Select(p => p.Department()), .. Steps.Where(s => s.Verb == "move").Select(s => s.Destination())];
}

/// <summary>A value and the line that it stands on.</summary>
internal readonly record struct Placed<T>(T Value, int Line);

/// <summary>Somebody who plays.</summary>
internal sealed record Role(string Name, int Line, Block Fields)
{
    /// <summary>Department where the person lives.</summary>
    public Placed<string> Department() => new(Fields.Values["prefecture"]!.ToString(), Fields.LineOf("prefecture"));
}

/// <summary>What happens at an instant.</summary>
internal sealed record Step(int Line, DateTimeOffset At, string Verb, Block Fields)
{
    /// <summary>Department that a <c>move</c> leads to; empty when the file does not say.</summary>
    public Placed<string> Destination() => new(Fields.Values["to"]?.ToString() ?? "", Fields.LineOf("to"));
}

/// <summary>What an expectation looks at.</summary>
internal enum Subject
{
    Event,
    None,
    Count,
    Application,
    Person,
    Result,
}

/// <summary>Something that must be so at the end.</summary>
/// <param name="Name">Of the event, of the application, of the person or of the result.</param>
/// <param name="Is">How many events must match, for <see cref="Subject.Count"/>.</param>
internal sealed record Expectation(int Line, Subject Subject, string Name, int Is, JsonObject Fields);

/// <summary>A file cannot be played as it is written: where, and what is wrong.</summary>
internal sealed class FileFault(int? line, string words) : Exception(words)
{
    public int? Line { get; } = line;
}
