using System.Text;
using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.Domain;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Rules;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications;

internal sealed class KeepingDocuments
{
    private static readonly byte[] Pdf = Papers.Pdf();

    private static IEnumerable<TestCaseData> Contents()
    {
        yield return Named("a PDF", Pdf, "application/pdf");
        yield return Named("a JPEG", Papers.Jpeg(), "image/jpeg");
        yield return Named("a PNG", Papers.Png(), "image/png");
        yield return Named("a HEIC", Papers.Heic(), "image/heic");
        yield return Named("a HEIC of another brand", Papers.Heic("mif1"), "image/heic");
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

    private static IEnumerable<TestCaseData> BrokenOnes()
    {
        yield return Named("a text that begins like a PDF", "%PDF-1.7 but the rest is a letter"u8.ToArray(), "applications.document-not-pdf");
        yield return Named("half a PDF", Pdf[..(Pdf.Length / 3)], "applications.document-not-pdf");
        yield return Named("a PDF with a password", Papers.LockedPdf(), "applications.document-locked");
        yield return Named("half a JPEG", Papers.Jpeg()[..^4], "applications.document-damaged");
        yield return Named("a JPEG without a picture", [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 1, 0xFF, 0xD9], "applications.document-damaged");
        yield return Named("half a PNG", Papers.Png()[..^16], "applications.document-damaged");
        yield return Named("a PNG of no size", [.. Papers.Png()[..16], 0, 0, 0, 0, .. Papers.Png()[20..]], "applications.document-damaged");
        yield return Named("half a HEIC", Papers.Heic()[..^2], "applications.document-damaged");
        yield return Named("a HEIC that describes nothing", Papers.Heic()[..24], "applications.document-damaged");
    }

    [TestCaseSource(nameof(BrokenOnes))]
    public async Task One_that_only_begins_well_is_refused_in_words_of_its_own(byte[] content, string code)
    {
        await using var desk = new Desk();
        await Refused(desk, content, code);
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
        var content = Papers.Pdf(size: size);
        if (accepted) Assert.That((await Keep(desk, new MemoryStream(content))).Size, Is.EqualTo(size));
        else Assert.That((await Refused(desk, content, "applications.document-too-large")).Message, Does.Contain("2 Mo").And.Contain("résolution plus basse"));
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
        await desk.Ask<StoreDocument.Request, Guid>(new(id, "VIECOM", new MemoryStream(Pdf)));
        desk.On("2026-07-25");
        var second = await desk.Ask<StoreDocument.Request, Guid>(new(id, "VIECOM", new MemoryStream(Papers.Pdf("another proof"))));
        var file = await desk.Look(id);
        Assert.That(file.CompleteSince, Is.EqualTo(Law.Day("2026-07-20")));
        var versions = file.Documents.Single(d => d.Code == "VIECOM").Versions;
        Assert.That(versions.Select(v => DateOnly.FromDateTime(v.At.Date)), Is.EqualTo(new[] { Law.Day("2026-07-20"), Law.Day("2026-07-25") }));
        Assert.That((versions[1].File, versions[1].Size, versions[1].MediaType), Is.EqualTo((second, (long)Papers.Pdf("another proof").Length, "application/pdf")));
    }

    [Test]
    public async Task What_is_refused_is_not_received()
    {
        await using var desk = new Desk();
        var id = await desk.Filed("2026-07-15", "VIECOM");
        Assert.That((await desk.Refused<StoreDocument.Request, Guid>(new(id, "VIECOM", new MemoryStream([1, 2, 3])))).Code, Is.EqualTo("applications.document-type"));
        Assert.That((await desk.Look(id)).Status, Is.EqualTo("waitingForDocuments"));
    }

    [Test]
    public async Task Nothing_is_kept_for_a_request_that_is_over()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await desk.Do(new SignDecision.Request(id, DecisionOutcome.Grant, []));
        await desk.Do(new NotifyDecision.Request(id));
        Assert.That((await desk.Refused<StoreDocument.Request, Guid>(new(id, "VIECOM", new MemoryStream(Pdf)))).Code, Is.EqualTo("applications.over"));
        Assert.That(Files(desk), Is.Empty);
    }

    private static Task<StoredFile> Keep(Desk desk, Stream content) => desk.With((DocumentStore store) => store.Keep(content, null, "", default));

    private static TestCaseData Named(string name, byte[] content, string expected) => new(content, expected) { TestName = $"{name}: {expected}" };

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
