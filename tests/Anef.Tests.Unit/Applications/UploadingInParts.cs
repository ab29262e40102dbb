using Anef.Applications.FileDraft;
using Anef.Applications.ForgetDrafts;
using Anef.Applications.Persistence;
using Anef.Applications.ReadDraft;
using Anef.Applications.StoreDocument;
using Anef.Applications.UploadDocument;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Unit.Applications;

internal sealed class UploadingInParts
{
    private static readonly byte[] Content = Papers.Pdf(size: 180_000);

    [Test]
    public async Task Parts_of_any_size_make_the_file_of_the_document()
    {
        await using var desk = new Desk();
        var (draft, upload) = await Announced(desk);
        foreach (var (from, to) in new[] { (0, 1), (1, 70_000), (70_000, 70_000), (70_000, 180_000) }) await Append(desk, upload, from, Content[from..to]);
        var file = (await desk.Ask<ReadDraft.Request, ReadDraft.View>(new(draft))).FilesOf("IDN").Single();
        Assert.That((file.Id, file.Name, file.Size, file.MediaType), Is.EqualTo((upload, "passeport.pdf", 180_000L, "application/pdf")));
        await using var content = await desk.With((DocumentStore store) => store.Open(upload, default));
        using var read = new MemoryStream();
        await content.CopyToAsync(read);
        Assert.That(read.ToArray(), Is.EqualTo(Content));
    }

    [Test]
    public async Task After_a_lost_connection_it_goes_on_from_what_arrived()
    {
        await using var desk = new Desk();
        var (_, upload) = await Announced(desk);
        Assert.That(async () => await desk.Ask<AppendUpload.Request, AppendUpload.Appended>(new(upload, 0, new Dying(Content[..100_001]))), Throws.InstanceOf<IOException>());
        var offset = (await desk.Ask<FindUpload.Request, FindUpload.Found>(new(upload))).Offset;
        Assert.That(offset, Is.EqualTo(100_001), "every byte that came");
        Assert.That((await Append(desk, upload, offset, Content[100_001..])).Complete, Is.True);
    }

    [Test]
    public async Task What_a_crash_cut_short_is_not_counted()
    {
        await using var desk = new Desk();
        var (_, upload) = await Announced(desk);
        await Append(desk, upload, 0, Content[..100_000]);
        var path = Directory.GetFiles(desk.Documents, "*", SearchOption.AllDirectories).Single();
        await using (var file = File.OpenWrite(path)) file.SetLength(file.Length - 5);
        var offset = (await desk.Ask<FindUpload.Request, FindUpload.Found>(new(upload))).Offset;
        Assert.That(offset, Is.EqualTo(65_536));
        Assert.That((await Append(desk, upload, offset, Content[65_536..])).Complete, Is.True);
    }

    [Test]
    public async Task On_the_way_it_is_sealed_too()
    {
        await using var desk = new Desk();
        var (_, upload) = await Announced(desk);
        await Append(desk, upload, 0, Content[..50_000]);
        Assert.That((await File.ReadAllBytesAsync(Directory.GetFiles(desk.Documents, "*", SearchOption.AllDirectories).Single())).AsSpan().IndexOf("%PDF"u8), Is.EqualTo(-1));
    }

    [Test]
    public async Task The_last_answer_lost_it_is_complete_and_not_twice()
    {
        await using var desk = new Desk();
        var (draft, upload) = await Announced(desk);
        await Append(desk, upload, 0, Content);
        Assert.That((await desk.Ask<FindUpload.Request, FindUpload.Found>(new(upload))).Offset, Is.EqualTo(180_000));
        Assert.That((await Append(desk, upload, 180_000, [])).Complete, Is.True);
        Assert.That((await desk.Ask<ReadDraft.Request, ReadDraft.View>(new(draft))).Files, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task From_another_place_than_it_is_at_nothing_is_taken()
    {
        await using var desk = new Desk();
        var (_, upload) = await Announced(desk);
        await Append(desk, upload, 0, Content[..10]);
        Assert.That((await Assert.ThrowsAsync<RuleBroken>(() => Append(desk, upload, 5, Content[5..])))!.Code, Is.EqualTo("applications.upload-offset"));
        Assert.That((await desk.Ask<FindUpload.Request, FindUpload.Found>(new(upload))).Offset, Is.EqualTo(10));
    }

    [TestCase(0, "applications.document-empty")]
    [TestCase(2_000_001, "applications.document-too-large")]
    public async Task A_size_that_cannot_be_is_refused_before_anything_is_sent(long length, string code)
    {
        await using var desk = new Desk();
        var draft = await desk.DraftOfAStranger();
        Assert.That((await desk.Refused<CreateUpload.Request, Anef.Applications.Domain.Upload>(new(length, "a.pdf", draft, "IDN"))).Code, Is.EqualTo(code));
    }

    [Test]
    public async Task More_than_was_announced_is_refused_and_nothing_stays()
    {
        await using var desk = new Desk();
        var (_, upload) = await Announced(desk, 100);
        Assert.That((await Assert.ThrowsAsync<RuleBroken>(() => Append(desk, upload, 0, Content[..101])))!.Code, Is.EqualTo("applications.upload-longer"));
        await Gone(desk, upload);
    }

    [TestCase("MZ a program", "applications.document-type")]
    [TestCase("%PDF-1.7 that is none", "applications.document-not-pdf")]
    public async Task A_wrong_file_is_refused_when_its_last_part_came_and_nothing_stays(string words, string code)
    {
        await using var desk = new Desk();
        var content = System.Text.Encoding.Latin1.GetBytes(words);
        var (draft, upload) = await Announced(desk, content.Length);
        Assert.That((await Assert.ThrowsAsync<RuleBroken>(() => Append(desk, upload, 0, content)))!.Code, Is.EqualTo(code));
        await Gone(desk, upload);
        Assert.That((await desk.Ask<ReadDraft.Request, ReadDraft.View>(new(draft))).Files, Is.Empty);
    }

    [Test]
    public async Task Another_account_finds_nothing_and_after_a_day_nobody_does()
    {
        await using var desk = new Desk();
        var (_, upload) = await Announced(desk);
        var owner = desk.Visitor;
        desk.Visitor = Desk.Applicant(null);
        Assert.That(async () => await Append(desk, upload, 0, Content), Throws.TypeOf<NotFound>());
        desk.Visitor = owner;
        await Append(desk, upload, 0, Content[..10]);
        desk.Clock.Advance(TimeSpan.FromHours(24));
        Assert.That(async () => await Append(desk, upload, 10, Content[10..]), Throws.TypeOf<NotFound>());
        await desk.With(async (ForgetDraftsJob job) => { await job.Run(default); return 0; });
        await Gone(desk, upload);
    }

    [Test]
    public async Task A_file_that_is_complete_after_the_draft_was_filed_comes_to_the_request()
    {
        await using var desk = new Desk("2026-07-15");
        var (draft, upload) = await Announced(desk);
        await Append(desk, upload, 0, Content[..1000]);
        var filed = await desk.Ask<FileDraft.Request, FileDraft.Filed>(new(draft));
        await Append(desk, upload, 1000, Content[1000..]);
        var document = (await desk.Look(filed.ApplicationId)).Documents.Single(d => d.Code == "IDN");
        Assert.That((document.Versions.Single().File, document.ReceivedOn), Is.EqualTo((upload, (DateOnly?)new DateOnly(2026, 7, 15))));
    }

    private static async Task<(Guid Draft, Guid Upload)> Announced(Desk desk, long? length = null)
    {
        var draft = await desk.DraftOfAStranger();
        return (draft, (await desk.Ask<CreateUpload.Request, Anef.Applications.Domain.Upload>(new(length ?? Content.Length, "C:\\photos\\passeport.pdf", draft, "IDN"))).Id);
    }

    private static Task<AppendUpload.Appended> Append(Desk desk, Guid upload, long offset, byte[] part) => desk.Ask<AppendUpload.Request, AppendUpload.Appended>(new(upload, offset, new MemoryStream(part)));

    private static async Task Gone(Desk desk, Guid upload)
    {
        Assert.That(await desk.With((ApplicationsDb db) => db.Uploads.CountAsync(u => u.Id == upload)), Is.Zero);
        Assert.That(Directory.GetFiles(desk.Documents, "*", SearchOption.AllDirectories), Is.Empty);
    }

    /// <summary>Ends in a lost connection.</summary>
    private sealed class Dying(byte[] content) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("the connection was reset");
    }
}
