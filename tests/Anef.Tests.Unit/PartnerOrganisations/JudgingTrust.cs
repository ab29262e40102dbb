using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Anef.PartnerOrganisations.CheckTrust;
using Anef.PartnerOrganisations.ReadMail;
using DnsClient;

namespace Anef.Tests.Unit.PartnerOrganisations;

internal sealed class JudgingTrust
{
    private static readonly string Signed = MailCorpus.Names.First(n => n.EndsWith("csv-virgule", StringComparison.Ordinal));

    private static readonly string Unsigned = MailCorpus.Names.First(n => n.EndsWith("confiance-non-signe", StringComparison.Ordinal));

    [Test]
    public async Task Without_looking_at_the_signature_an_unsigned_mail_of_a_registered_sender_is_good() =>
        Assert.That((await Judge(Unsigned, "asso-exemple", signed: false)).Verdict, Is.EqualTo(Verdict.Trusted));

    [TestCase("autre", "unknownSender")]
    [TestCase("finie", "expiredAgreement")]
    [TestCase("nexiste-pas", "unknownToken")]
    public async Task Without_looking_at_the_signature_everything_else_is_looked_at(string token, string reason) =>
        Assert.That(await Judge(Unsigned, token, signed: false), Is.EqualTo(new Trust(Verdict.Quarantined, reason)));

    /// <summary>Our mail exchanger writes what it checked and hands on to a second server of ours, which adds its <c>Received</c> above.</summary>
    [TestCase(1, "mx.anef.example; dkim=pass header.d=asso-exemple.org", Verdict.Trusted)]
    [TestCase(0, "mx.anef.example; dkim=pass header.d=asso-exemple.org", Verdict.Quarantined)]
    [TestCase(1, "mx.anef.example; dkim=fail header.d=asso-exemple.org", Verdict.Quarantined)]
    [TestCase(1, "mx.evil-exemple.org; dkim=pass header.d=asso-exemple.org", Verdict.Quarantined)]
    public async Task What_our_first_server_checked_counts_below_as_many_hops_as_are_ours(int hops, string results, Verdict verdict) =>
        Assert.That((await Below(hops, $"Received: from mx.anef.example by boite.anef.example\r\nAuthentication-Results: {results}\r\n")).Verdict, Is.EqualTo(verdict));

    [Test]
    public async Task What_the_sender_wrote_below_what_our_server_wrote_does_not_count() =>
        Assert.That((await Below(1, "Received: from mx.anef.example by boite.anef.example\r\nAuthentication-Results: mx.anef.example; dkim=none\r\nAuthentication-Results: mx.anef.example; dkim=pass header.d=asso-exemple.org\r\n")).Verdict,
            Is.EqualTo(Verdict.Quarantined));

    private static Task<Trust> Below(int hops, string headers) => MailCorpus.Judge(hops: hops)
        .Judge(RawMail.Open([.. Encoding.ASCII.GetBytes(headers), .. MailCorpus.Content(Unsigned)]), MailCorpus.Known("asso-exemple"), signed: true, CancellationToken.None);

    /// <summary>The one that is checked may not be the one that is shown.</summary>
    [TestCase("mal@evil-exemple.org")]
    [TestCase("")]
    public async Task A_second_sender_below_the_registered_one_makes_it_unknown(string second)
    {
        var content = Encoding.Latin1.GetString(MailCorpus.Content(Unsigned)).Replace("Subject:", $"From: {second}\r\nSubject:", StringComparison.Ordinal);
        var trust = await MailCorpus.Judge().Judge(RawMail.Open(Encoding.Latin1.GetBytes(content)), MailCorpus.Known("asso-exemple"), signed: false, CancellationToken.None);

        Assert.That(trust, Is.EqualTo(new Trust(Verdict.Quarantined, "unknownSender")));
    }

    /// <summary>The agreement of « finie » ends on 14 March; Paris is an hour ahead of Greenwich.</summary>
    [TestCase("2026-03-14T22:59:59Z", null)]
    [TestCase("2026-03-14T23:00:00Z", "expiredAgreement")]
    public async Task An_agreement_ends_with_its_last_day_in_Paris(string now, string? reason) =>
        Assert.That((await Judge(Signed, "finie", now: DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture))).Reason, Is.EqualTo(reason));

    [Test]
    public async Task Keys_come_from_DNS_and_are_kept()
    {
        using var server = new KeyServer(File.ReadAllText(Path.Combine(MailCorpus.Folder, "keys", "s1._domainkey.asso-exemple.org.txt")));
        var keys = new DnsKeys(new LookupClient(DnsKeys.Options(server.Address)));
        var judge = MailCorpus.Judge(keys: keys);

        for (var times = 0; times < 3; times++)
            Assert.That(await judge.Judge(RawMail.Open(MailCorpus.Content(Signed)), MailCorpus.Known("asso-exemple"), true, CancellationToken.None), Is.EqualTo(new Trust(Verdict.Trusted, null)));
        Assert.That(server.Asked, Is.EqualTo(["s1._domainkey.asso-exemple.org"]));
    }

    [Test]
    public async Task A_DNS_that_says_nothing_says_nothing_against_the_mail()
    {
        using var server = new KeyServer(null);
        var options = DnsKeys.Options(server.Address);
        (options.Timeout, options.Retries) = (TimeSpan.FromMilliseconds(100), 0);

        var trust = await MailCorpus.Judge(keys: new DnsKeys(new LookupClient(options))).Judge(RawMail.Open(MailCorpus.Content(Signed)), MailCorpus.Known("asso-exemple"), true, CancellationToken.None);

        Assert.That(trust, Is.EqualTo(new Trust(Verdict.Quarantined, "dkimUnavailable")));
    }

    [TestCase("asso-exemple.org", "asso-exemple.org", true)]
    [TestCase("ASSO-exemple.org", "refuge.asso-exemple.org", true)]
    [TestCase("mail.asso-exemple.org", "asso-exemple.org", true)]
    [TestCase("mal-asso-exemple.org", "asso-exemple.org", false)]
    [TestCase("org", "asso-exemple.org", false)]
    [TestCase("asso-exemple.org.mal.org", "asso-exemple.org", false)]
    public void A_signature_speaks_for_its_own_domain(string signing, string sender, bool holds) => Assert.That(Alignment.Holds(signing, sender), Is.EqualTo(holds));

    private static Task<Trust> Judge(string name, string token, bool signed = true, DateTimeOffset? now = null) =>
        MailCorpus.Judge(now).Judge(RawMail.Open(MailCorpus.Content(name)), MailCorpus.Known(token), signed, CancellationToken.None);

    /// <summary>A name server that knows one text, or answers nothing.</summary>
    private sealed class KeyServer : IDisposable
    {
        private readonly UdpClient socket = new(new IPEndPoint(IPAddress.Loopback, 0));

        public KeyServer(string? zone) => _ = Serve(zone is null ? null : [.. Regex.Matches(zone, "\"([^\"]*)\"").Select(m => m.Groups[1].Value)]);

        public NameServer Address => new((IPEndPoint)socket.Client.LocalEndPoint!);

        public List<string> Asked { get; } = [];

        public void Dispose() => socket.Dispose();

        private async Task Serve(string[]? texts)
        {
            try
            {
                while (true) await Answer(await socket.ReceiveAsync(), texts);
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException)
            {
                // The test is over.
            }
        }

        private async Task Answer(UdpReceiveResult asked, string[]? texts)
        {
            var (query, end, labels) = (asked.Buffer, 12, new List<string>());
            for (; query[end] > 0; end += query[end] + 1) labels.Add(Encoding.ASCII.GetString(query, end + 1, query[end]));
            Asked.Add(string.Join('.', labels));
            if (texts is null) return;
            byte[] data = [.. texts.SelectMany(t => new[] { (byte)t.Length }.Concat(Encoding.ASCII.GetBytes(t)))];
            byte[] answer = [query[0], query[1], 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0, .. query[12..(end + 5)], 0xC0, 12, 0, 16, 0, 1, 0, 0, 0x0E, 0x10, (byte)(data.Length >> 8), (byte)data.Length, .. data];
            await socket.SendAsync(answer, asked.RemoteEndPoint);
        }
    }
}
