using System.Text.RegularExpressions;
using DnsClient;
using DnsClient.Protocol;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;

namespace Anef.PartnerOrganisations.CheckTrust;

/// <summary>Public keys of signing domains, from DNS; each is kept as long as its record says.</summary>
internal sealed partial class DnsKeys(ILookupClient dns) : DkimPublicKeyLocatorBase
{
    /// <summary>A mail waits for it; a key that does not come is asked for again when an operator looks.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A record that must never be kept is kept a little all the same, so that a batch of mails asks once.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);

    /// <param name="servers">None: those of the machine.</param>
    public static LookupClientOptions Options(params NameServer[] servers)
    {
        var options = servers.Length == 0 ? new LookupClientOptions() : new LookupClientOptions(servers);
        (options.UseCache, options.MinimumCacheTimeout, options.Timeout, options.Retries) = (true, Shortest, Patience, 2);
        return options;
    }

    public override AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
        Key(Name(domain, selector) is { } name ? dns.Query(name, QueryType.TXT) : throw new FormatException("No name of a key."));

    public override async Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default)
    {
        var name = Name(domain, selector) ?? throw new FormatException("No name of a key.");
        try
        {
            return Key(await dns.QueryAsync(name, QueryType.TXT, QueryClass.IN, cancellationToken));
        }
        catch (DnsResponseException e)
        {
            throw new KeyUnavailable(name, e);
        }
    }

    private static AsymmetricKeyParameter Key(IDnsQueryResponse answer)
    {
        var name = answer.Questions.Count > 0 ? answer.Questions[0].QueryName.Value : "";
        if (answer.HasError && answer.Header.ResponseCode != DnsHeaderResponseCode.NotExistentDomain) throw new KeyUnavailable(name, null);
        var record = answer.Answers.OfType<TxtRecord>().Select(r => string.Concat(r.Text)).FirstOrDefault(t => t.Contains("p=", StringComparison.Ordinal));
        return record is null ? throw new FormatException("The domain has no such key.") : GetPublicKey(record);
    }

    private static string? Name(string domain, string selector) => $"{selector}._domainkey.{domain}" is var name && name.Length <= 253 && Shape().IsMatch(name) ? name : null;

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})+$")]
    private static partial Regex Shape();
}
