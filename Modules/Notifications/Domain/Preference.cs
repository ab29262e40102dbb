namespace Anef.Notifications.Domain;

/// <summary>How a person wants to be told. Who chose nothing has no row.</summary>
internal sealed class Preference
{
    private static readonly Channel[] Leaving = [Channel.Email, Channel.Letter, Channel.Sms];

    public Guid PersonId { get; init; }

    /// <summary>Tried first.</summary>
    public Channel First { get; private set; } = Channel.Email;

    /// <summary>Tried when the first does not reach.</summary>
    public Channel Second { get; private set; } = Channel.Letter;

    /// <summary>BCP 47; null for the one that the file knows.</summary>
    public string? Language { get; private set; }

    /// <summary>E.164; null for the one that the file knows.</summary>
    public string? Phone { get; private set; }

    /// <summary>Whether reminders leave the account.</summary>
    public bool Reminders { get; private set; } = true;

    /// <summary>Whether news that ask for nothing leave the account.</summary>
    public bool Progress { get; private set; } = true;

    /// <summary>Where a person whose own addresses are not safe may be told that there is something to read.</summary>
    public string? SafeEmail { get; private set; }

    /// <summary>The same by post, in lines: an association, most often.</summary>
    public string? SafeAddress { get; private set; }

    public long Version { get; private set; }

    /// <summary>Every way that leaves the account, in the order wished.</summary>
    public IEnumerable<Channel> Order => Leaving.Prepend(Second).Prepend(First).Distinct();

    public bool Wants(Notice notice) => notice switch
    {
        Notice.Reminder => Reminders,
        Notice.Progress => Progress,
        _ => true,
    };

    public void Choose(Channel first, Channel second, string? language, string? phone) => (First, Second, Language, Phone) = (first, second, language, phone);

    public void Quieten(bool reminders, bool progress) => (Reminders, Progress) = (reminders, progress);

    public void Trust(string? email, string? address) => (SafeEmail, SafeAddress) = (email, address);
}
