using Anef.Applications.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.Domain;

/// <summary>A decision in the making: written, signed by one person or by two, never told to anybody before.</summary>
internal sealed class DecisionDraft
{
    public Guid ApplicationId { get; init; }

    public DecisionOutcome Outcome { get; private set; }

    /// <summary>Codes of the catalogue's reasons that it was written from.</summary>
    public IReadOnlyList<string> Reasons { get; private set; } = [];

    public string Text { get; private set; } = "";

    public bool RemovalOrder { get; private set; }

    public string WrittenBy { get; private set; } = "";

    public DateTimeOffset WrittenAt { get; private set; }

    public Guid? FirstSignatory { get; private set; }

    public string? FirstSignatoryName { get; private set; }

    public string? SecondSignatoryName { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>What the person is told, paragraph by paragraph.</summary>
    public IReadOnlyList<string> Paragraphs => [.. Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>A changed text is nobody's signed one any more.</summary>
    public void Write(DecisionOutcome outcome, IReadOnlyList<string> reasons, string text, bool removalOrder, string by, DateTimeOffset now)
    {
        if (outcome == DecisionOutcome.Grant && removalOrder)
            throw new RuleBroken("applications.contradiction", "Une décision favorable ne peut pas être assortie d'une obligation de quitter le territoire.");
        (Outcome, Reasons, Text, RemovalOrder, WrittenBy, WrittenAt) = (outcome, reasons, text.Trim(), removalOrder, by, now);
        (FirstSignatory, FirstSignatoryName, SecondSignatoryName, SignedAt) = (null, null, null, null);
    }

    /// <returns>Whether it is signed now: with two signatures, the first is not enough.</returns>
    public bool Sign(Guid account, string name, bool two, DateTimeOffset now)
    {
        if (Outcome == DecisionOutcome.Refuse && Paragraphs.Count == 0)
            throw new RuleBroken("applications.no-reasons", "Un refus est motivé : écrivez en fait et en droit pourquoi la demande est refusée (art. L.211-5 CRPA).");
        if (two && FirstSignatory == account)
            throw new RuleBroken("applications.same-signatory", "Vous avez déjà signé cette décision : la seconde signature est celle d'une autre personne.");
        if (two && FirstSignatory is null)
        {
            (FirstSignatory, FirstSignatoryName) = (account, name);
            return false;
        }
        if (FirstSignatory is null) (FirstSignatory, FirstSignatoryName) = (account, name);
        else SecondSignatoryName = name;
        SignedAt = now;
        return true;
    }
}
