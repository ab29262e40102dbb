namespace Anef.PartnerOrganisations.Domain;

/// <summary>A mail as it came, sealed; what else is known of it was read out of it and can be read again.</summary>
internal sealed class InboundMail
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The same for the same mail, however often it comes: Message-Id and address, else its content.</summary>
    public required string Key { get; init; }

    public string? MessageId { get; init; }

    /// <summary>The apparent sender.</summary>
    public required string From { get; init; }

    public string Subject { get; init; } = "";

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Of the token in the address; null when there is none that is known.</summary>
    public Guid? OrganisationId { get; set; }

    public MailState State { get; set; }

    /// <summary>Why it is where it is: a code.</summary>
    public string? Reason { get; set; }

    /// <summary>Why an operator found it good or bad.</summary>
    public string? Note { get; set; }

    public string? SettledBy { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>All of it, sealed.</summary>
    public byte[] Content { get; init; } = [];

    public long Version { get; private set; }
}

/// <summary>Where a mail is. Written to the database by name.</summary>
internal enum MailState
{
    /// <summary>Trusted: it is a batch.</summary>
    Accepted,

    /// <summary>An operator has to look.</summary>
    Quarantined,

    /// <summary>An operator found it good: it is a batch.</summary>
    Released,

    /// <summary>An operator found it bad.</summary>
    Refused,

    /// <summary>An automatic answer, a bounce, a loop: nobody has to look.</summary>
    Ignored,
}
