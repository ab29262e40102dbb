using Anef.SharedKernel.Events;

namespace Anef.Notifications.Contracts;

/// <summary>A mail to an organisation is to leave: once, however often the fact is told. It is no message to a person, and no preference of theirs counts.</summary>
public sealed record OrganisationMail : IEvent
{
    /// <summary>What makes it the same mail: its Message-Id is made of it and of the sender's domain.</summary>
    public required Guid MailId { get; init; }

    /// <summary>Address that it comes from.</summary>
    public required string From { get; init; }

    /// <summary>Name beside it.</summary>
    public required string FromName { get; init; }

    /// <summary>Where answers go.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Address that it goes to.</summary>
    public required string To { get; init; }

    /// <summary>Name of the organisation.</summary>
    public required string ToName { get; init; }

    /// <summary>One line.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The same in HTML, already escaped.</summary>
    public required string Html { get; init; }

    /// <summary>Message-Id of the mail that it answers, without brackets.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Message-Ids of the thread, the oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Texts that go with it.</summary>
    public IReadOnlyList<AttachedText> Attachments { get; init; } = [];

    /// <summary>The Message-Id that it has, without brackets.</summary>
    public static string MessageIdOf(Guid mailId, string from) => $"{mailId:N}@{from[(from.LastIndexOf('@') + 1)..]}";

    /// <summary>The mail of a Message-Id that is one of these; null when it is not.</summary>
    public static Guid? MailIdOf(string messageId, string from)
    {
        var at = messageId.LastIndexOf('@');
        return at > 0 && messageId[(at + 1)..].Equals(from[(from.LastIndexOf('@') + 1)..], StringComparison.OrdinalIgnoreCase) && Guid.TryParseExact(messageId[..at], "N", out var id) ? id : null;
    }

    /// <summary>Nothing of it belongs in a log.</summary>
    public override string ToString() => $"{nameof(OrganisationMail)} {MailId}";
}

/// <summary>A text that goes with a mail, in UTF-8.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Type">Subtype of <c>text</c>: <c>csv</c>.</param>
/// <param name="Text">With its byte order mark where its readers need one.</param>
public sealed record AttachedText(string Name, string Type, string Text);
