namespace Anef.Procedures.Domain;

/// <summary>Who did what with a draft. Written with the act itself, never changed.</summary>
internal sealed class RuleAct
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid DraftId { get; init; }

    public required string Family { get; init; }

    public required DraftAct What { get; init; }

    public required Guid Account { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset At { get; init; }

    public string Detail { get; init; } = "";

    public static RuleAct Of(RuleDraft draft, DraftAct what, Author author, DateTimeOffset now, string detail = "") =>
        new() { DraftId = draft.Id, Family = draft.Family, What = what, Account = author.Account, Name = author.Name, At = now, Detail = detail };
}

/// <summary>What can be done with a draft.</summary>
internal enum DraftAct
{
    Opened,
    Written,
    RehearsalAsked,
    ChangeExplained,
    Withdrawn,
    Published,
}
