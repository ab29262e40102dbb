using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Anef.SharedKernel.Security;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Filing;

/// <summary>The tus protocol as its clients speak it.</summary>
[CancelAfter(120_000)]
internal sealed class SendingInParts
{
    private static readonly byte[] Photograph =
    [
        0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 2, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, .. new byte[400_000], 0xFF, 0xD9,
    ];

    private static AnefSite _site = null!;
    private static Visitor _visitor = null!;

    [OneTimeSetUp]
    public static async Task Start() => (_site, _visitor) = (await AnefSite.Start(), TestAccess.Applicant(null));

    [OneTimeTearDown]
    public static async Task Stop() => await _site.DisposeAsync();

    [Test]
    public async Task It_says_what_it_can()
    {
        using var browser = Browser();
        using var answer = await Send(browser, HttpMethod.Options, "/televersements");
        Assert.That((Header(answer, "Tus-Version"), Header(answer, "Tus-Extension")), Is.EqualTo(("1.0.0", "creation,expiration")));
    }

    [Test]
    public async Task A_file_in_two_parts_with_a_lost_connection_between()
    {
        using var browser = Browser();
        var address = await Announce(browser, Photograph.Length);
        await Break(address, Photograph[..200_000]);
        var offset = await Offset(browser, address, atLeast: 65_536);
        using (var rest = await Part(browser, address, offset, Photograph[offset..]))
            Assert.That((rest.StatusCode, Header(rest, "Upload-Offset"), Header(rest, "Anef-Check")), Is.EqualTo((HttpStatusCode.NoContent, $"{Photograph.Length}", "done")));
        Assert.That(await Offset(browser, address, atLeast: 0), Is.EqualTo(Photograph.Length));
    }

    [Test]
    public async Task While_another_connection_still_holds_it_a_file_is_busy_and_not_lost()
    {
        using var browser = Browser();
        var address = await Announce(browser, Photograph.Length);
        using (await Part(browser, address, 0, Photograph[..100_000]))
        await using (OnDisk(address)!.Open(FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            using var asked = await Send(browser, HttpMethod.Head, address);
            using var sent = await Part(browser, address, 100_000, Photograph[100_000..]);
            Assert.That((asked.StatusCode, sent.StatusCode), Is.EqualTo((HttpStatusCode.Locked, HttpStatusCode.Locked)));
        }
        Assert.That(await Offset(browser, address, atLeast: 0), Is.EqualTo(100_000));
    }

    [Test]
    public async Task Too_large_is_refused_when_it_is_announced()
    {
        using var browser = Browser();
        using var answer = await Create(browser, 20_000_001);
        Assert.That((answer.StatusCode, await Code(answer)), Is.EqualTo((HttpStatusCode.RequestEntityTooLarge, "applications.document-too-large")));
    }

    [Test]
    public async Task A_wrong_file_is_refused_in_words()
    {
        using var browser = Browser();
        var address = await Announce(browser, 12);
        using var answer = await Part(browser, address, 0, "MZ a program"u8.ToArray());
        Assert.That((answer.StatusCode, await Code(answer)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "applications.document-type")));
    }

    [Test]
    public async Task A_part_from_elsewhere_is_a_conflict_and_one_without_the_protocol_s_header_is_refused()
    {
        using var browser = Browser();
        var address = await Announce(browser, 100);
        using (var answer = await Part(browser, address, 50, new byte[10])) Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        using var plain = new HttpRequestMessage(HttpMethod.Patch, address) { Content = new ByteArrayContent([1]) };
        using var refused = await browser.SendAsync(plain);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
    }

    [Test]
    public async Task Somebody_else_finds_nothing_there()
    {
        using var browser = Browser();
        var address = await Announce(browser, 100);
        using var stranger = _site.Browser().As(TestAccess.Applicant(null));
        using var answer = await Send(stranger, HttpMethod.Head, address);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static HttpClient Browser() => _site.Browser().As(_visitor);

    private static async Task<string> Announce(HttpClient browser, long length)
    {
        using var answer = await Create(browser, length);
        Assert.That((answer.StatusCode, Header(answer, "Upload-Expires")), Is.EqualTo((HttpStatusCode.Created, Header(answer, "Upload-Expires"))));
        Assert.That(Header(answer, "Upload-Expires"), Is.Not.Null);
        return answer.Headers.Location!.ToString();
    }

    private static Task<HttpResponseMessage> Create(HttpClient browser, long length) =>
        Send(browser, HttpMethod.Post, "/televersements", ("Upload-Length", $"{length}"), ("Upload-Metadata", $"filename {Convert.ToBase64String(Encoding.UTF8.GetBytes("été.jpg"))}"));

    private static async Task<HttpResponseMessage> Part(HttpClient browser, string address, long offset, byte[] part)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, address) { Content = new ByteArrayContent(part) };
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", $"{offset}");
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        return await browser.SendAsync(request);
    }

    /// <summary>Announces the whole and dies in the middle.</summary>
    private static async Task Break(string address, byte[] part)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(_site.Address.Host, _site.Address.Port);
        var visitor = Uri.EscapeDataString($"{_visitor.AccountId}|{_visitor.Name}|{_visitor.PersonId}|{string.Join(',', _visitor.Grants)}");
        var head = $"PATCH {address} HTTP/1.1\r\nHost: {_site.Address.Authority}\r\n{TestAccess.Header}: {visitor}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
            + $"Content-Type: application/offset+octet-stream\r\nContent-Length: {Photograph.Length}\r\n\r\n";
        await line.Client.SendAsync(Encoding.ASCII.GetBytes(head));
        await line.Client.SendAsync(part);
        // The server is in the middle of it when the line goes.
        while (OnDisk(address) is not { Length: > 65_536 }) await Task.Delay(20, TestContext.CurrentContext.CancellationToken);
    }

    private static FileInfo? OnDisk(string address) =>
        new DirectoryInfo(_site.Folder).EnumerateFiles($"{Guid.Parse(address[^36..]):N}", SearchOption.AllDirectories).SingleOrDefault();

    /// <summary>The offset, as soon as the server has seen that the connection is gone.</summary>
    private static async Task<int> Offset(HttpClient browser, string address, int atLeast)
    {
        while (true)
        {
            using var answer = await Send(browser, HttpMethod.Head, address);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.Locked));
            if (answer.StatusCode == HttpStatusCode.OK && int.Parse(Header(answer, "Upload-Offset")!, System.Globalization.CultureInfo.InvariantCulture) is var offset && (offset > atLeast || offset == Photograph.Length)) return offset;
            await Task.Delay(20, TestContext.CurrentContext.CancellationToken);
        }
    }

    private static async Task<HttpResponseMessage> Send(HttpClient browser, HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await browser.SendAsync(request);
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    private static async Task<string?> Code(HttpResponseMessage answer)
    {
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.That(said.RootElement.GetProperty("words").GetString(), Is.Not.Empty);
        return said.RootElement.GetProperty("code").GetString();
    }
}
