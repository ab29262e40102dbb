using System.Security.Cryptography;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.RotateKeys;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Unit.Applications;

internal sealed class SealingDocuments
{
    /// <summary>Longer than three records.</summary>
    private static readonly byte[] Long = Papers.Pdf(size: 200_000);

    [Test]
    public async Task On_the_disk_nothing_of_the_content_can_be_read_and_the_name_says_nothing()
    {
        await using var desk = new Desk();
        var (one, other) = (await Keep(desk, Papers.Pdf()), await Keep(desk, Papers.Pdf()));
        var files = Files(desk);
        Assert.That(files.Select(Path.GetFileName), Is.EquivalentTo(new[] { $"{one:N}", $"{other:N}" }));
        foreach (var file in files) Assert.That((await File.ReadAllBytesAsync(file)).AsSpan().IndexOf("preuve"u8), Is.EqualTo(-1));
        Assert.That(await File.ReadAllBytesAsync(files[0]), Is.Not.EqualTo(await File.ReadAllBytesAsync(files[1])), "the same content twice cannot be told");
    }

    [Test]
    public async Task It_is_read_back_whole_and_from_any_place()
    {
        await using var desk = new Desk();
        var id = await Keep(desk, Long);
        Assert.That(await Read(desk, id), Is.EqualTo(Long));
        await using var content = await desk.With((DocumentStore store) => store.Open(id, default));
        var part = new byte[70_000];
        content.Position = 65_530;
        await content.ReadExactlyAsync(part);
        Assert.That(part, Is.EqualTo(Long[65_530..135_530]));
        content.Seek(-10, SeekOrigin.End);
        Assert.That(content.Read(part), Is.EqualTo(10));
    }

    [TestCase(20, TestName = "A byte of the first record is changed")]
    [TestCase(150_000, TestName = "A byte of a later record is changed")]
    public async Task One_that_was_touched_is_not_read(int place)
    {
        await using var desk = new Desk();
        var id = await Keep(desk, Long);
        var bytes = await File.ReadAllBytesAsync(Files(desk)[0]);
        bytes[place] ^= 1;
        await File.WriteAllBytesAsync(Files(desk)[0], bytes);
        Assert.That(async () => await Read(desk, id), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public async Task Nor_is_one_that_lost_its_end()
    {
        await using var desk = new Desk();
        var id = await Keep(desk, Long);
        var bytes = await File.ReadAllBytesAsync(Files(desk)[0]);
        await File.WriteAllBytesAsync(Files(desk)[0], bytes[..(65_536 + 32)]);
        Assert.That((await Assert.ThrowsAsync<RuleBroken>(() => Read(desk, id)))!.Code, Is.EqualTo("applications.document-altered"));
    }

    [Test]
    public async Task Nor_is_one_that_took_another_s_place()
    {
        await using var desk = new Desk();
        var (one, other) = (await Keep(desk, Papers.Pdf()), await Keep(desk, Papers.Pdf()));
        File.Copy(Files(desk).Single(f => f.EndsWith($"{other:N}", StringComparison.Ordinal)), Files(desk).Single(f => f.EndsWith($"{one:N}", StringComparison.Ordinal)), overwrite: true);
        Assert.That(async () => await Read(desk, one), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public async Task After_the_keys_turn_old_documents_are_read_and_their_keys_are_under_the_newest()
    {
        await using var desk = new Desk();
        var id = await Keep(desk, Long);
        var before = await Row(desk, id);
        await desk.With((DocumentKeys keys) => { keys.Renew(); return Task.FromResult(0); });
        Assert.That(await Read(desk, id), Is.EqualTo(Long), "at once");
        Assert.That(await desk.Ask<WrapKeysAgain.Request, int>(new()), Is.EqualTo(1));
        var after = await Row(desk, id);
        Assert.That(after.WrappedKey, Is.Not.EqualTo(before.WrappedKey));
        Assert.That(after.WrappedKey[..24], Is.EqualTo((await Row(desk, await Keep(desk, Papers.Pdf()))).WrappedKey[..24]), "under the same key as a new one");
        Assert.That(await Read(desk, id), Is.EqualTo(Long));
        Assert.That(await desk.Ask<WrapKeysAgain.Request, int>(new()), Is.Zero, "once");
    }

    [Test]
    public async Task Without_the_ring_of_keys_nothing_can_be_read()
    {
        await using var desk = new Desk();
        var id = await Keep(desk, Papers.Pdf());
        var row = await Row(desk, id);
        await using var elsewhere = new Desk();
        Assert.That(async () => await elsewhere.With((DocumentKeys keys) => Task.FromResult(keys.Unwrap(row.WrappedKey))), Throws.InstanceOf<CryptographicException>());
    }

    private static Task<Guid> Keep(Desk desk, byte[] content) => desk.With(async (ApplicationsDb db) => await desk.With(async (DocumentStore store) => (await store.Keep(new MemoryStream(content), null, "", default)) is { } file
        ? await Save(db, file) : Guid.Empty));

    private static async Task<Guid> Save(ApplicationsDb db, StoredFile file)
    {
        db.Add(file);
        await db.SaveChangesAsync();
        return file.Id;
    }

    private static async Task<byte[]> Read(Desk desk, Guid id)
    {
        await using var content = await desk.With((DocumentStore store) => store.Open(id, default));
        using var read = new MemoryStream();
        await content.CopyToAsync(read);
        return read.ToArray();
    }

    private static Task<StoredFile> Row(Desk desk, Guid id) => desk.With((ApplicationsDb db) => db.StoredFiles.AsNoTracking().SingleAsync(f => f.Id == id));

    private static string[] Files(Desk desk) => Directory.GetFiles(desk.Documents, "*", SearchOption.AllDirectories);
}
