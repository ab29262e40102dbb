using System.IO.Compression;
using System.Text.Json;
using Anef.Tests.Integration.Access;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Space;

public sealed class TakingEverythingAway
{
    [Test]
    public async Task The_archive_holds_data_words_files_and_attestations_of_that_person_alone()
    {
        await using var site = await AnefSite.Start(configure: builder => builder.Services.AddSingleton<IAntiforgery, AnyForm>());
        using var awa = await Resident.Settle(site);
        using var other = await Resident.Settle(site);
        await awa.Post($"/demandes/{awa.Number}?handler=Message", ("Text", "Une <question> ?"));
        await awa.Upload($"/demandes/{awa.Number}?handler=Document", "VIECOM", Resident.Photograph);
        using var answer = await awa.Get("/mon-espace/export");
        Assert.That((answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), answer.Headers.TransferEncodingChunked), Is.EqualTo(("application/zip", "anef-2026-03-02.zip", true)),
            "sent while it is written");
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var names = archive.Entries.Select(e => e.FullName).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(names, Is.SupersetOf(new[] { "personne.json", "declarations.json", "verifications.json", "lisez-moi.html", $"demandes/{awa.Number}/demande.json", $"demandes/{awa.Number}/messages.json",
                $"demandes/{awa.Number}/attestations.json", $"demandes/{awa.Number}/documents/VIECOM-1.png" }));
            Assert.That(names, Has.None.Contains(other.Number));
            Assert.That(names, Has.Some.Match($"^demandes/{awa.Number}/attestations/.*\\.pdf$"));
            Assert.That(Bytes(archive, $"demandes/{awa.Number}/documents/VIECOM-1.png"), Is.EqualTo(Resident.Photograph));
            Assert.That(Bytes(archive, names.First(n => n.EndsWith(".pdf", StringComparison.Ordinal))).Take(5), Is.EqualTo("%PDF-"u8.ToArray()));
            Assert.That(JsonDocument.Parse(Bytes(archive, $"demandes/{awa.Number}/demande.json")).RootElement.GetProperty("number").GetString(), Is.EqualTo(awa.Number));
            Assert.That(System.Text.Encoding.UTF8.GetString(Bytes(archive, "lisez-moi.html")), Does.Contain("Une &lt;question&gt; ?").And.Contain("Demande déposée").And.Not.Contain("space."));
        });
    }

    private static byte[] Bytes(ZipArchive archive, string name)
    {
        using var entry = archive.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        entry.CopyTo(copy);
        return copy.ToArray();
    }
}
