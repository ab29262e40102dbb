using Anef.SharedKernel.Retention;
using Anef.SharedKernel.Rules;

namespace Anef.Procedures.Domain;

/// <summary>How long what is kept of people is kept: RGPD art. 5, and what the code says of AGDREF2.</summary>
internal sealed record RetentionRules : RuleVersion
{
    public required IReadOnlyDictionary<string, Keeping> Things { get; init; }

    public RetentionRule Of(string thing)
    {
        var keeping = Things[thing];
        return new(thing, keeping.From, keeping.Keep.Months, keeping.Keep.Days, keeping.NoticeDays, keeping.Documents, new($"retention.{thing}", Version, keeping.Article));
    }
}

/// <summary>One kind of thing.</summary>
internal sealed record Keeping
{
    /// <summary>What starts the delay, one of <see cref="RetentionFaults.Starts"/>.</summary>
    public required string From { get; init; }

    public required Delay Keep { get; init; }

    public int NoticeDays { get; init; }

    /// <summary>The law, with <c>[D]</c> where the figure is a choice of this project.</summary>
    public required string Article { get; init; }

    /// <summary>Codes of the documents that are copies of identity documents.</summary>
    public HashSet<string> Documents { get; init; } = [];
}
