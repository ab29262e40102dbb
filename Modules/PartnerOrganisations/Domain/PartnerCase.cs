using Anef.SharedKernel.Rules;

namespace Anef.PartnerOrganisations.Domain;

/// <summary>A situation that somebody answers for. Lines that come again, or corrected, lead to the one that they are about.</summary>
internal sealed class PartnerCase
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What the organisation quotes.</summary>
    public required string Reference { get; init; }

    public Guid OrganisationId { get; init; }

    /// <summary>The same for lines about the same situation: who, what kind, which request.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>The same for lines about people of one name and of one kind: whom nobody has identified is known by it when a number is corrected. Null without a name, and once it is known who it is.</summary>
    public string? Likeness { get; set; }

    /// <summary>As the table writes it; <c>inconnu</c> when it could not be understood.</summary>
    public required string Kind { get; init; }

    public LineStatus Status { get; private set; }

    /// <summary>Code of why.</summary>
    public string? Reason { get; private set; }

    /// <summary>Why, where the words are not those of the code alone.</summary>
    public string? Words { get; private set; }

    public Guid? PersonId { get; set; }

    public Guid? ApplicationId { get; set; }

    /// <summary>Who answers; null while nobody knows which prefecture it is.</summary>
    public string? Prefecture { get; set; }

    /// <summary>0, 1 or 2.</summary>
    public int Priority { get; set; }

    /// <summary>Last day to answer.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>Nothing may leave for the person's known addresses because of it.</summary>
    public bool SafeContact { get; set; }

    /// <summary>The newest line about it.</summary>
    public Guid LineId { get; set; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The prefecture was told that its day comes near.</summary>
    public DateOnly? WarnedOn { get; set; }

    /// <summary>The prefecture was told that its day has passed.</summary>
    public DateOnly? BreachedOn { get; set; }

    public long Version { get; private set; }

    public bool IsOpen => AnsweredAt is null;

    public void Become(LineStatus status, string? reason, string? words = null) => (Status, Reason, Words) = (status, reason, words);

    /// <summary>Nobody has anything left to do.</summary>
    public void Close(DateTimeOffset now) => AnsweredAt ??= now;

    /// <exception cref="RuleBroken">It was answered before.</exception>
    public void Answer(DateTimeOffset now)
    {
        if (AnsweredAt is not null) throw new RuleBroken("partners.answered", "Cette situation a déjà reçu sa réponse.");
        (Status, Reason, Words, AnsweredAt) = (LineStatus.Answered, null, null, now);
    }
}

/// <summary>A word in the thread of a case, between an organisation and who answers for it.</summary>
internal sealed class CaseWord
{
    public const int Longest = 4000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public DateTimeOffset At { get; init; }

    public bool FromOrganisation { get; init; }

    public required string Author { get; init; }

    public required string Text { get; init; }
}
