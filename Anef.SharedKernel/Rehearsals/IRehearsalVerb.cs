using System.Text.Json.Nodes;

namespace Anef.SharedKernel.Rehearsals;

/// <summary>One verb of the rehearsal format, brought by the module whose act it plays.</summary>
public interface IRehearsalVerb
{
    /// <summary>The key in the file: <c>file</c>, <c>supply</c> …; <c>people</c> casts one person before the first step.</summary>
    string Name { get; }

    /// <summary>The fields that it takes; any other in a file is an error.</summary>
    IReadOnlyCollection<string> Fields { get; }

    /// <summary>Plays it through the module's own use case.</summary>
    Task Play(RehearsalStep step, CancellationToken ct);
}

/// <summary>Adds what a module knows to the state written at the end.</summary>
public interface IRehearsalState
{
    /// <summary>Fills <see cref="RehearsalWorld.ApplicationStates"/> and <see cref="RehearsalWorld.PersonStates"/>.</summary>
    Task Describe(RehearsalWorld world, CancellationToken ct);
}

/// <summary>Names of a rehearsal and what they stand for.</summary>
public sealed class RehearsalWorld
{
    /// <summary>Department where people live unless said otherwise.</summary>
    public required string Prefecture { get; init; }

    /// <summary>Name in the file → person.</summary>
    public Dictionary<string, Guid> People { get; } = [];

    /// <summary>Name in the file → application.</summary>
    public Dictionary<string, Guid> Applications { get; } = [];

    /// <summary>State at the end, by name of application.</summary>
    public Dictionary<string, JsonObject> ApplicationStates { get; } = [];

    /// <summary>State at the end, by name of person.</summary>
    public Dictionary<string, JsonObject> PersonStates { get; } = [];

    /// <summary>Answers kept by <c>verify</c>.</summary>
    public Dictionary<string, JsonObject> Results { get; } = [];

    /// <summary>The number of an attestation named as in the file (<c>A#1</c>), or null when none was issued so far. Set by whoever plays.</summary>
    public Func<string, CancellationToken, Task<string?>> NumberOf { get; set; } = (_, _) => Task.FromResult<string?>(null);
}

/// <summary>The fields of one step, read with errors that name the field.</summary>
public sealed class RehearsalStep(RehearsalWorld world, string name, JsonObject fields)
{
    /// <summary>Names known so far.</summary>
    public RehearsalWorld World { get; } = world;

    /// <summary>For <c>people</c>: the person's name; else the verb.</summary>
    public string Name { get; } = name;

    /// <summary>The fields as written.</summary>
    public JsonObject Fields { get; } = fields;

    /// <summary>A text field that must be there.</summary>
    public string Text(string field) => TextOrNull(field) ?? throw new RehearsalError($"« {Name} » : il manque le champ « {field} »");

    /// <summary>A text field, or null.</summary>
    public string? TextOrNull(string field) => Fields[field]?.ToString();

    /// <summary>A day, or null.</summary>
    public DateOnly? DayOrNull(string field) => TextOrNull(field) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day
        : throw new RehearsalError($"« {Name} » : « {field}: {text} » n'est pas une date AAAA-MM-JJ");

    /// <summary>True or false, or a default.</summary>
    public bool Flag(string field, bool otherwise) => TextOrNull(field) is not { } text ? otherwise
        : bool.TryParse(text, out var flag) ? flag : throw new RehearsalError($"« {Name} » : « {field}: {text} » n'est ni true ni false");

    /// <summary>A list of texts; empty when absent.</summary>
    public IReadOnlyList<string> List(string field) => Fields[field] switch
    {
        null => [],
        JsonArray array => [.. array.Select(item => item!.ToString())],
        var one => [one.ToString()],
    };

    /// <summary>The fields of a nested block, or null.</summary>
    public RehearsalStep? Block(string field) => Fields[field] is JsonObject block ? new RehearsalStep(World, $"{Name}.{field}", block) : null;

    /// <summary>The person named in a field.</summary>
    public Guid Person(string field = "person") => World.People.TryGetValue(Text(field), out var id) ? id
        : throw new RehearsalError($"« {Name} » : personne inconnue « {Text(field)} »");

    /// <summary>The application named in a field.</summary>
    public Guid Application(string field = "application") => World.Applications.TryGetValue(Text(field), out var id) ? id
        : throw new RehearsalError($"« {Name} » : demande inconnue « {Text(field)} »");
}

/// <summary>A rehearsal file says something that cannot be played.</summary>
public sealed class RehearsalError(string words) : Exception(words);
