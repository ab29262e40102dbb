namespace Anef.SharedKernel.Retention;

/// <summary>Kinds of things that are kept, by their names in the rules.</summary>
public static class Things
{
    /// <summary>Copies of passports, cards and visas.</summary>
    public const string IdentityCopies = "identityCopies";

    /// <summary>All other contents of a request that is over.</summary>
    public const string Documents = "documents";

    /// <summary>Messages about a request that is over.</summary>
    public const string Messages = "messages";

    /// <summary>The request itself.</summary>
    public const string File = "file";

    /// <summary>Drafts that were never filed.</summary>
    public const string Drafts = "drafts";

    /// <summary>Who opened which file.</summary>
    public const string Readings = "readings";

    /// <summary>What was sent to people.</summary>
    public const string Notifications = "notifications";

    /// <summary>That an attestation was checked.</summary>
    public const string Checks = "checks";

    /// <summary>Accounts that nobody uses.</summary>
    public const string Accounts = "accounts";

    /// <summary>Sign-ins and what was done to an account.</summary>
    public const string SignIns = "signIns";

    /// <summary>Opinions on the service.</summary>
    public const string Opinions = "opinions";

    /// <summary>Who let whom act for them.</summary>
    public const string Mandates = "mandates";

    /// <summary>What organisations sent of people, and what they were answered.</summary>
    public const string PartnerMails = "partnerMails";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [IdentityCopies, Documents, Messages, File, Drafts, Readings, Notifications, Checks, Accounts, SignIns, Mandates, PartnerMails, Opinions];
}
