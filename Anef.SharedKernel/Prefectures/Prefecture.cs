using System.Text.Json.Serialization;

namespace Anef.SharedKernel.Prefectures;

/// <summary>A prefecture as its configuration describes it: the common file, its own file over it.</summary>
public sealed record Prefecture
{
    /// <summary>Department code: 01 to 95, 2A, 2B, 971 to 978.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the department.</summary>
    public required string Name { get; init; }

    /// <summary>Town of the prefecture.</summary>
    public required string Seat { get; init; }

    /// <summary>IANA time zone in which its civil days are counted.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Sender address of its messages.</summary>
    public required string MailFrom { get; init; }

    /// <summary>Days before the end of the held document on which people are reminded to file, largest first.</summary>
    public required IReadOnlyList<int> ReminderDays { get; init; }

    /// <summary>Days before the last day of the current document on which the next one is issued.</summary>
    public required int LeadDays { get; init; }

    /// <summary>Whether the department is on the list of art. L.433-3 al. 2 CESEDA.</summary>
    public required bool LegalCoverageListed { get; init; }

    /// <summary>Days before the due date of a document request on which the person is reminded.</summary>
    public required IReadOnlyList<int> DocumentReminderDays { get; init; }

    /// <summary>A decision is signed by two persons.</summary>
    public bool TwoSignatures { get; init; }

    /// <summary>Changes to the catalogue's list of documents, by procedure code.</summary>
    public IReadOnlyDictionary<string, DocumentVariant> Documents { get; init; } = new Dictionary<string, DocumentVariant>();

    /// <summary>Where its foreigners' service receives people and letters; null where nobody has written it down.</summary>
    public string? Address { get; init; }

    /// <summary>Telephone of that service.</summary>
    public string? Phone { get; init; }

    /// <summary>When it is open.</summary>
    public string? Hours { get; init; }

    /// <summary>Its own site.</summary>
    public Uri? Website { get; init; }

    /// <summary>Why its package of code was set aside; null when nothing is wrong. Filing there is closed while it lasts.</summary>
    [JsonIgnore]
    public string? SetAside { get; init; }
}

/// <summary>What one prefecture asks for beyond the catalogue, or does without.</summary>
public sealed record DocumentVariant
{
    /// <summary>Document codes asked for in addition; never indispensable.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Document codes not asked for here.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];
}
