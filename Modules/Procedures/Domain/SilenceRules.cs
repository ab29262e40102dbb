namespace Anef.Procedures.Domain;

/// <summary>When silence becomes a refusal, and how long one may appeal: art. R.432-1, R.432-2.</summary>
internal sealed record SilenceRules : RuleVersion
{
    public required HashSet<string> RenewalKinds { get; init; }

    public required IReadOnlyDictionary<string, SilenceDelay> Delays { get; init; }

    /// <summary>Ids that mean: silence means nothing.</summary>
    public required HashSet<string> Without { get; init; }

    public required AppealDelay Appeal { get; init; }

    public required AppealDelay AppealWithRemovalOrder { get; init; }
}

/// <summary>Two values, equal today: whether the short delays apply to renewals is arguable.</summary>
internal sealed record SilenceDelay(string Article, Delay First, Delay Renewal);

/// <summary>From the refusal.</summary>
internal sealed record AppealDelay(string Article, Delay Delay);
