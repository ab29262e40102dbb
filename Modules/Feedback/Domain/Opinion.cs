using Anef.SharedKernel.Rules;

namespace Anef.Feedback.Domain;

/// <summary>What somebody says of a step. Who, nobody notes.</summary>
internal sealed class Opinion
{
    public const int LongestText = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTimeOffset At { get; init; }

    /// <summary>From 1, very difficult, to 5, very easy.</summary>
    public int Ease { get; init; }

    public string Step { get; init; } = "";

    /// <summary>Catalogue code.</summary>
    public string? Procedure { get; init; }

    /// <summary>Department code.</summary>
    public string? Prefecture { get; init; }

    public string Language { get; init; } = "";

    public string? Text { get; init; }

    public OpinionState State { get; private set; }

    /// <summary>Why it was accepted or refused, for those who follow.</summary>
    public string? Answer { get; private set; }

    public string? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>Something will be done, or will not, and why. A second thought is allowed.</summary>
    public void Decide(bool accepted, string why, string by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(why)) throw new RuleBroken("feedback.why", "Dites pourquoi : les personnes et les services qui suivent en ont besoin.");
        (State, Answer, AnsweredBy, AnsweredAt) = (accepted ? OpinionState.Accepted : OpinionState.Refused, why.Trim(), by, now);
    }
}

/// <summary>One thing that went wrong, to be counted.</summary>
internal sealed class Trouble
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OpinionId { get; init; }

    public string Code { get; init; } = "";

    /// <summary>The opinion's.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>What became of it. Written to the database by name.</summary>
internal enum OpinionState
{
    Open,
    Accepted,
    Refused,
}
