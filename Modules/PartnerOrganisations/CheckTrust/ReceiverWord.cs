using MimeKit;
using MimeKit.Cryptography;

namespace Anef.PartnerOrganisations.CheckTrust;

/// <summary>What a receiving server of ours wrote of its own checks. Anybody can write such a header: it counts where only our servers can have put it.</summary>
internal static class ReceiverWord
{
    public static bool Vouches(MimeMessage mail, string sender, TrustOptions options) => Own(mail, options).Any(w => Vouches(w, sender));

    /// <summary>Servers add above what came: below the first <c>Received</c> that is not ours, the sender wrote it.</summary>
    private static IEnumerable<AuthenticationResults> Own(MimeMessage mail, TrustOptions options)
    {
        var passed = 0;
        foreach (var header in mail.Headers)
        {
            if (header.Id == HeaderId.Received && ++passed > options.TrustedHops) yield break;
            if (header.Id != HeaderId.AuthenticationResults || !Parsed(header, out var results)) continue;
            if (!options.TrustedReceivers.Contains(results.AuthenticationServiceIdentifier ?? "", StringComparer.OrdinalIgnoreCase)) continue;
            yield return results;
            // Past one of our hops, what follows the first may have come with the mail.
            if (passed > 0) yield break;
        }
    }

    private static bool Vouches(AuthenticationResults word, string sender) => word.Results.Any(r => Is(r.Result, "pass") &&
        ((Is(r.Method, "dkim") && Property(r, "header", "d") is { } signing && Alignment.Holds(signing, sender))
        || (Is(r.Method, "dkim") && Property(r, "header", "d") is null && Property(r, "header", "i") is { } identity && Alignment.Holds(identity[(identity.LastIndexOf('@') + 1)..], sender))
        || (Is(r.Method, "dmarc") && Property(r, "header", "from") is { } from && Is(from, sender))));

    private static string? Property(AuthenticationMethodResult result, string type, string name) =>
        result.Properties.Where(p => Is(p.PropertyType, type) && Is(p.Property, name)).Select(p => p.Value).FirstOrDefault();

    private static bool Parsed(Header header, out AuthenticationResults results)
    {
        results = null!;
        try
        {
            return AuthenticationResults.TryParse(header.RawValue, out results!) && results is not null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or IndexOutOfRangeException)
        {
            return false;
        }
    }

    private static bool Is(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
