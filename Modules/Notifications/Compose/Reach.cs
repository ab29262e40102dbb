using Anef.Applications.Contracts;
using Anef.Notifications.Domain;

namespace Anef.Notifications.Compose;

/// <summary>One way to a person.</summary>
/// <param name="Address">Null for the account.</param>
/// <param name="Neutral">The words may say no more than that there is something to read.</param>
internal sealed record Way(Channel Channel, string? Address, bool Neutral = false);

/// <summary>All that is known of how a person may be reached: what the file says, what they chose, what has failed.</summary>
internal sealed record Reach(ContactFacts Contact, Preference Preference, IReadOnlyList<AddressTrouble> Troubles)
{
    public string Language => Preference.Language ?? Contact.Language;

    public string? Phone => Preference.Phone ?? Phones.Normal(Contact.Phone);

    /// <summary>Every way that may be taken, the best first; the account is always the last.</summary>
    public IEnumerable<Way> Ways(Notice notice)
    {
        if (Contact.SafeContact)
        {
            if (Works(Channel.Email, Preference.SafeEmail)) yield return new(Channel.Email, Preference.SafeEmail, Neutral: true);
            if (Preference.SafeAddress is { } lines) yield return new(Channel.Letter, lines, Neutral: true);
            yield return new(Channel.InApp, null, Neutral: true);
            yield break;
        }
        if (Preference.Wants(notice))
            foreach (var channel in Preference.Order)
                if (Works(channel, AddressOf(channel))) yield return new(channel, AddressOf(channel));
        yield return new(Channel.InApp, null);
    }

    private string? AddressOf(Channel channel) => channel switch
    {
        Channel.Email => Contact.Email,
        Channel.Sms => Phone,
        _ => string.Join('\n', Contact.PostalAddress.Prepend(Contact.FullName).Distinct()),
    };

    private bool Works(Channel channel, string? address) => address is not null && !Troubles.Any(t => t.Is(channel, address));
}
