using Anef.Applications.CheckFilesAgain;
using Anef.Applications.Domain;
using Anef.Applications.FileDraft;
using Anef.Applications.Persistence;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Unit.Applications;

internal sealed class LookingForViruses
{
    private static readonly byte[] Infected = Papers.Pdf("MALWARE", 150_000);

    [Test]
    public async Task The_scanner_is_sent_the_whole_content_and_a_clean_one_is_kept()
    {
        using var clamd = new FakeClamd();
        await using var desk = new Desk(scanner: clamd.Address);
        await desk.DraftOfAStranger();
        var content = Papers.Pdf(size: 150_000);
        var file = await desk.Attach(await desk.DraftOfAStranger(), "IDN", content);
        Assert.That(clamd.Seen.Single(), Is.EqualTo(content));
        Assert.That((await Row(desk, file)).Check, Is.EqualTo(FileCheck.Clean));
    }

    [Test]
    public async Task What_it_finds_is_refused_in_clear_words_and_destroyed()
    {
        using var clamd = new FakeClamd();
        await using var desk = new Desk(scanner: clamd.Address);
        var draft = await desk.DraftOfAStranger();
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => desk.Attach(draft, "IDN", Infected));
        Assert.That((refusal!.Code, refusal.Message), Is.EqualTo(("applications.document-virus", refusal.Message)));
        Assert.That(refusal.Message, Does.Contain("virus").And.Contain("autre appareil"));
        Assert.That(Directory.GetFiles(desk.Documents, "*", SearchOption.AllDirectories), Is.Empty);
        Assert.That(await desk.With((ApplicationsDb db) => db.StoredFiles.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task While_it_does_not_answer_a_file_is_kept_aside_opened_by_nobody_and_never_lost()
    {
        await using var desk = new Desk(scanner: FakeClamd.Nobody());
        var file = await desk.Attach(await desk.DraftOfAStranger(), "IDN", Papers.Pdf());
        Assert.That((await Row(desk, file)).Check, Is.EqualTo(FileCheck.Waiting));
        Assert.That((await Assert.ThrowsAsync<RuleBroken>(() => desk.With((DocumentStore store) => store.Open(file, default))))!.Code, Is.EqualTo("applications.document-being-checked"));
        await Check(desk);
        Assert.That((await Row(desk, file)).Check, Is.EqualTo(FileCheck.Waiting), "still no answer");
        Assert.That(Directory.GetFiles(desk.Documents, "*", SearchOption.AllDirectories), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task An_answer_that_is_none_keeps_it_aside_too()
    {
        using var clamd = new FakeClamd(_ => "INSTREAM size limit exceeded. ERROR");
        await using var desk = new Desk(scanner: clamd.Address);
        Assert.That((await Row(desk, await desk.Attach(await desk.DraftOfAStranger(), "IDN", Papers.Pdf()))).Check, Is.EqualTo(FileCheck.Waiting));
    }

    [Test]
    public async Task Once_it_answers_again_what_waited_is_looked_at()
    {
        var found = "";
        using var clamd = new FakeClamd(_ => found.Length > 0 ? found : "not now ERROR");
        await using var desk = new Desk(scanner: clamd.Address);
        var file = await desk.Attach(await desk.DraftOfAStranger(), "IDN", Papers.Pdf());
        found = "stream: OK";
        await Check(desk);
        Assert.That((await Row(desk, file)).Check, Is.EqualTo(FileCheck.Clean));
    }

    [Test]
    public async Task A_virus_that_comes_to_light_in_a_filed_request_is_destroyed_and_told_to_the_officer()
    {
        var found = "not now ERROR";
        using var clamd = new FakeClamd(_ => found);
        await using var desk = new Desk("2026-07-15", scanner: clamd.Address);
        var draft = await desk.DraftOfAStranger();
        var file = await desk.Attach(draft, "IDN", Papers.Pdf());
        var filed = await desk.Ask<FileDraft.Request, FileDraft.Filed>(new(draft));
        found = "stream: Anef.Test FOUND";
        await Check(desk);
        Assert.That((await Row(desk, file)).Finding, Is.EqualTo("Anef.Test"));
        Assert.That((await Assert.ThrowsAsync<RuleBroken>(() => desk.With((DocumentStore store) => store.Open(file, default))))!.Code, Is.EqualTo("applications.document-virus"));
        Assert.That(Directory.GetFiles(desk.Documents, "*", SearchOption.AllDirectories), Is.Empty);
        Assert.That(await desk.Tasks(), Does.Contain("documentDestroyed"));
        Assert.That((await desk.Look(filed.ApplicationId)).History.Select(h => h.What), Does.Contain("documentDestroyed"));
    }

    private static Task<int> Check(Desk desk) => desk.With(async (CheckFilesAgainJob job) => { await job.Run(default); return 0; });

    private static Task<StoredFile> Row(Desk desk, Guid id) => desk.With((ApplicationsDb db) => db.StoredFiles.AsNoTracking().SingleAsync(f => f.Id == id));
}
