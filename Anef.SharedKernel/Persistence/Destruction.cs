namespace Anef.SharedKernel.Persistence;

/// <summary>A line of the register of destruction: what kind, how many, by which rule, on which day. Nothing of whose it was.</summary>
public sealed class Destruction
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>One of <see cref="Retention.Things"/>.</summary>
    public string Thing { get; init; } = "";

    /// <summary>The civil day, where it was kept.</summary>
    public DateOnly On { get; init; }

    /// <summary>Version of the rules that ended it.</summary>
    public int RuleVersion { get; init; }

    /// <summary>Article, or <c>[D]</c>.</summary>
    public string Article { get; init; } = "";

    /// <summary>How many that day.</summary>
    public int Count { get; set; }

    /// <summary>Two jobs that add to one line do not lose a count.</summary>
    public long Version { get; private set; }
}
