using System.Globalization;
using MimeKit;
using MimeKit.Cryptography;

namespace Anef.PartnerOrganisations.CheckTrust;

/// <summary>Looks for a DKIM signature that verifies and is of the sender's domain.</summary>
internal sealed class Signatures(IDkimPublicKeyLocator keys, TimeProvider clock)
{
    /// <summary>Each signature costs a look-up and arithmetic; honest mails have one or two.</summary>
    private const int Most = 5;

    /// <summary>Code of why none holds, the nearest to holding first; null when one does.</summary>
    public async Task<string?> Fault(MimeMessage mail, string sender, CancellationToken ct)
    {
        var faults = new List<string>();
        foreach (var signature in mail.Headers.Where(h => h.Id == HeaderId.DkimSignature).Take(Most))
        {
            if (await Fault(mail, signature, sender, ct) is not { } fault) return null;
            faults.Add(fault);
        }
        return Array.Find(["dkimUnavailable", "dkimFailed", "dkimExpired", "dkimPartial", "dkimNotAligned"], faults.Contains) ?? "noDkim";
    }

    private async Task<string?> Fault(MimeMessage mail, Header signature, string sender, CancellationToken ct)
    {
        var tags = Tags(signature.Value);
        if (!tags.TryGetValue("d", out var domain) || !Alignment.Holds(domain, sender)) return "dkimNotAligned";
        // What is signed up to a length can have anything added after it.
        if (tags.ContainsKey("l")) return "dkimPartial";
        if (tags.TryGetValue("x", out var until) && (!long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end) || end < clock.GetUtcNow().ToUnixTimeSeconds())) return "dkimExpired";
        try
        {
            return await new DkimVerifier(keys).VerifyAsync(mail, signature, ct) ? null : "dkimFailed";
        }
        catch (KeyUnavailable)
        {
            return "dkimUnavailable";
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            // The signature or the key is no such thing; the verifier says so in several ways.
            return "dkimFailed";
        }
    }

    /// <summary>The first of each: a second one of the same name makes no signature that a verifier takes.</summary>
    private static Dictionary<string, string> Tags(string value)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in value.Split(';').Select(t => t.Split('=', 2)).Where(t => t.Length == 2))
            tags.TryAdd(tag[0].Trim(), string.Concat(tag[1].Where(c => !char.IsWhiteSpace(c))));
        return tags;
    }
}
