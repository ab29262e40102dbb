using System.Text.Json;
using System.Text.RegularExpressions;
using Anef.PartnerOrganisations.CheckTrust;
using Anef.PartnerOrganisations.Domain;
using Anef.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;

namespace Anef.Tests.Unit.PartnerOrganisations;

/// <summary>The mails of <c>tests/Mails</c>, and the world that they come to: organisations, keys, a day.</summary>
internal static class MailCorpus
{
    public static string Folder => Repository.PathOf("tests", "Mails");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.eml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    public static byte[] Content(string name) => File.ReadAllBytes(Path.Combine(Folder, $"{name}.eml"));

    public static JsonElement Expected(string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, $"{name}.expected.json"))).RootElement;

    public static TrustJudge Judge(DateTimeOffset? now = null, IDkimPublicKeyLocator? keys = null, int hops = 0)
    {
        var clock = new FakeTimeProvider(now ?? new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero));
        return new(new Signatures(keys ?? new FileKeys(), clock), new TrustOptions { TrustedReceivers = ["mx.anef.example"], TrustedHops = hops }, clock);
    }

    /// <summary>Of the token in the address, as the channel finds it.</summary>
    public static Organisation? Addressee(MimeMessage mail) =>
        mail.To.Mailboxes.Select(m => Regex.Match(m.Address, @"^partenaires\+([a-z-]+)@anef\.example$")).Where(m => m.Success).Select(m => Known(m.Groups[1].Value)).FirstOrDefault();

    public static Organisation? Known(string token) => token switch
    {
        "asso-exemple" => Organisation(token, new(2026, 12, 31), "sociale@asso-exemple.org", "@refuge.asso-exemple.org", "sociale@muet-exemple.org", "sociale@perdu-exemple.org"),
        "autre" => Organisation(token, new(2026, 12, 31), "contact@autre-exemple.org"),
        "finie" => Organisation(token, new(2026, 3, 14), "sociale@asso-exemple.org"),
        _ => null,
    };

    private static Organisation Organisation(string token, DateOnly until, params string[] senders)
    {
        var organisation = new Organisation { Name = token, AgreedFrom = new(2026, 1, 1), AgreedUntil = until };
        organisation.GiveToken(token);
        organisation.Register(senders);
        return organisation;
    }

    /// <summary>Records of DNS, from files; one domain's server answers nothing.</summary>
    private sealed class FileKeys : DkimPublicKeyLocatorBase
    {
        public override AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default)
        {
            if (domain.StartsWith("perdu", StringComparison.Ordinal)) throw new KeyUnavailable(domain, null);
            var file = Path.Combine(Folder, "keys", $"{selector}._domainkey.{domain}.txt");
            return File.Exists(file) ? GetPublicKey(string.Concat(Regex.Matches(File.ReadAllText(file), "\"([^\"]*)\"").Select(m => m.Groups[1].Value))) : throw new FormatException("No key.");
        }

        public override Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
