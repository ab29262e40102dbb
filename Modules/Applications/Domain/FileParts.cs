using Anef.Applications.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.Domain;

/// <summary>A document of the file, with every version received.</summary>
internal sealed record FileDocument(string Code, string Label, bool Indispensable)
{
    /// <summary>Day of receipt of the version that counts; null while none does.</summary>
    public DateOnly? ReceivedOn { get; init; }

    public IReadOnlyList<StoredVersion> Versions { get; init; } = [];

    /// <summary>May follow later by law: it never blocks completeness nor suspends a delay.</summary>
    public bool MayFollow => Code.EndsWith("_LATER", StringComparison.Ordinal);
}

/// <summary>A stored file, its type as found in the content, its size in bytes.</summary>
internal sealed record StoredVersion(Guid File, string MediaType, long Size, DateTimeOffset At)
{
    /// <summary>The set of changes that it came in, if any.</summary>
    public Guid? Set { get; init; }

    /// <summary>When and by which rule its content was destroyed; null while it is kept.</summary>
    public Ended? Destroyed { get; init; }
}

/// <summary>The end of something that was kept.</summary>
internal sealed record Ended(DateOnly On, RuleReference Rule);

/// <summary>A destruction that the person was told of.</summary>
/// <param name="Thing">Kind of thing, as the rules name it.</param>
/// <param name="DueOn">Not before.</param>
internal sealed record DestructionNotice(string Thing, DateOnly ToldOn, DateOnly DueOn);

/// <summary>Documents that an officer asked for.</summary>
/// <param name="Suspends">The silence clock stands still until they come or are due: art. L.114-5 CRPA.</param>
internal sealed record DocumentRequest(IReadOnlyList<string> Documents, DateOnly AskedOn, DateOnly? Due, bool Suspends)
{
    public IReadOnlyList<DateOnly> RemindOn { get; init; } = [];

    /// <summary>Why they are needed, in the officer's words; empty when nothing was said.</summary>
    public string Reason { get; init; } = "";

    public DateOnly? MetOn { get; init; }

    /// <summary>The days of suspension have been added to the legal date.</summary>
    public bool Counted { get; init; }
}

/// <summary>A decision: signed, then notified. Only the second is one for the person.</summary>
internal sealed record Decision(DecisionOutcome Outcome, IReadOnlyList<string> Reasons, DateOnly SignedOn, bool RemovalOrder)
{
    public DateOnly? NotifiedOn { get; init; }

    public DateOnly? AppealUntil { get; init; }
}

/// <summary>The end of a request other than by a decision.</summary>
internal sealed record Ending(string Reason, DateOnly On);

/// <summary>The file is offered to another prefecture, which has it at the latest on that day.</summary>
internal sealed record TransferOffer(string To, DateOnly AcceptedAtLatestOn);

/// <summary>Answers as they stood from an instant.</summary>
internal sealed record AnswerVersion(int Version, DateTimeOffset At, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>The set of changes that it came in, if any.</summary>
    public Guid? Set { get; init; }
}

/// <summary>One line of the history that the person reads.</summary>
internal sealed record HistoryEntry(DateTimeOffset At, string What, string Detail);
