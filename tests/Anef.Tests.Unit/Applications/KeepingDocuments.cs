using System.Security.Cryptography;
using System.Text;
using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Rules;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications;

internal sealed class KeepingDocuments
{
    private static readonly byte[] Pdf = "%PDF-1.7 preuve de vie commune"u8.ToArray();

    private static IEnumerable<TestCaseData> Contents()
    {
        yield return new(Pdf, "application/pdf");
        yield return new(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, "image/jpeg");
        yield return new(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }, "image/png");
        yield return new("\0\0\0\u0018ftypheic"u8.ToArray(), "image/heic");
        yield return new("\0\0\0\u0018ftypmif1"u8.ToArray(), "image/heic");
    }

    [TestCaseSource(nameof(Contents))]
    public async Task A_type_is_read_in_the_content_itself(byte[] content, string type)
    {
        await using var desk = new Desk();
        var kept = await Keep(desk, new MemoryStream(content));
        Assert.That((kept.MediaType, kept.Size), Is.EqualTo((type, content.Length)));
    }

    [TestCase("MZ\u0090 a program named photo.jpg")]
    [TestCase("<html>%PDF-1.7</html>")]
    [TestCase("PK\u0003\u0004 an archive")]
    [TestCase("\0\0\0\u0018ftypmp42")]
    [TestCase("\0\0\0\u0018ftyp")]
    [TestCase("%PDF")]
    public async Task Whatever_is_neither_a_document_nor_a_photograph_is_refused(string content)
    {
        await using var desk = new Desk();
        await Refused(desk, Encoding.Latin1.GetBytes(content), "applications.document-type");
    }

    [Test]
    public async Task An_empty_one_is_refused()
    {
        await using var desk = new Desk();
        await Refused(desk, [], "applications.document-empty");
    }

    [TestCase(2_000_000, true)]
    [TestCase(2_000_001, false)]
    public async Task One_that_is_too_large_is_refused_with_a_way_out(int size, bool accepted)
    {
        await using var desk = new Desk();
        var content = new byte[size];
        Pdf.CopyTo(content, 0);
        if (accepted) Assert.That((await Keep(desk, new MemoryStream(content))).Size, Is.EqualTo(size));
        else Assert.That((await Refused(desk, content, "applications.document-too-large")).Message, Does.Contain("2 Mo").And.Contain("résolution plus basse"));
    }

    [Test]
    public async Task The_same_content_is_kept_once_under_its_own_hash()
    {
        await using var desk = new Desk();
        var (one, other) = (await Keep(desk, new MemoryStream(Pdf)), await Keep(desk, new MemoryStream(Pdf)));
        Assert.That((one.Hash, other.Hash), Is.EqualTo((Convert.ToHexStringLower(SHA256.HashData(Pdf)), one.Hash)));
        Assert.That(Files(desk), Is.EqualTo(new[] { Path.Combine(desk.Documents, one.Hash[..2], one.Hash[2..4], one.Hash) }));
        await using var content = await desk.With((DocumentStore store) => Task.FromResult(store.Open(one.Hash)));
        using var read = new MemoryStream();
        await content.CopyToAsync(read);
        Assert.That(read.ToArray(), Is.EqualTo(Pdf));
    }

    [Test]
    public async Task A_stream_that_breaks_off_leaves_nothing_behind()
    {
        await using var desk = new Desk();
        Assert.That(async () => await Keep(desk, new Broken()), Throws.TypeOf<IOException>());
        Assert.That(Files(desk), Is.Empty);
    }

    [Test]
    public async Task A_file_completes_the_request_and_each_version_stays()
    {
        await using var desk = new Desk();
        var id = await desk.Filed("2026-07-15", "VIECOM");
        desk.On("2026-07-20");
        await desk.Ask<StoreDocument.Request, string>(new(id, "VIECOM", new MemoryStream(Pdf)));
        desk.On("2026-07-25");
        var second = await desk.Ask<StoreDocument.Request, string>(new(id, "VIECOM", new MemoryStream([.. Pdf, 1])));
        var file = await desk.Look(id);
        Assert.That(file.CompleteSince, Is.EqualTo(Law.Day("2026-07-20")));
        var versions = file.Documents.Single(d => d.Code == "VIECOM").Versions;
        Assert.That(versions.Select(v => DateOnly.FromDateTime(v.At.Date)), Is.EqualTo(new[] { Law.Day("2026-07-20"), Law.Day("2026-07-25") }));
        Assert.That((versions[1].Hash, versions[1].Size, versions[1].MediaType), Is.EqualTo((second, Pdf.Length + 1L, "application/pdf")));
    }

    [Test]
    public async Task What_is_refused_is_not_received()
    {
        await using var desk = new Desk();
        var id = await desk.Filed("2026-07-15", "VIECOM");
        Assert.That((await desk.Refused<StoreDocument.Request, string>(new(id, "VIECOM", new MemoryStream([1, 2, 3])))).Code, Is.EqualTo("applications.document-type"));
        Assert.That((await desk.Look(id)).Status, Is.EqualTo("waitingForDocuments"));
    }

    [Test]
    public async Task Nothing_is_kept_for_a_request_that_is_over()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await desk.Do(new SignDecision.Request(id, DecisionOutcome.Grant, []));
        await desk.Do(new NotifyDecision.Request(id));
        Assert.That((await desk.Refused<StoreDocument.Request, string>(new(id, "VIECOM", new MemoryStream(Pdf)))).Code, Is.EqualTo("applications.over"));
        Assert.That(Files(desk), Is.Empty);
    }

    private static Task<(string Hash, string MediaType, long Size)> Keep(Desk desk, Stream content) => desk.With((DocumentStore store) => store.Keep(content, default));

    private static async Task<RuleBroken> Refused(Desk desk, byte[] content, string code)
    {
        var refusal = (await Assert.ThrowsAsync<RuleBroken>(() => Keep(desk, new MemoryStream(content))))!;
        Assert.That(refusal.Code, Is.EqualTo(code));
        Assert.That(Files(desk), Is.Empty);
        return refusal;
    }

    private static string[] Files(Desk desk) => Directory.Exists(desk.Documents) ? Directory.GetFiles(desk.Documents, "*", SearchOption.AllDirectories) : [];

    private sealed class Broken : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("the line went dead");
    }
}
