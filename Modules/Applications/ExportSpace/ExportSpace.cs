using System.IO.Compression;
using System.Text.Json;
using Anef.Applications.Domain;
using Anef.Applications.FollowApplication;
using Anef.Applications.Persistence;
using Anef.Applications.StoreDocument;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ExportSpace;

/// <summary>Everything that is kept of a person, as one archive: for programs (JSON), for reading (HTML), and the files themselves.</summary>
/// <remarks>Written as it is read, a request and a file at a time: its size does not matter.</remarks>
internal sealed class ExportSpace(ApplicationsDb db, DocumentStore store, IAttestations attestations, IUseCase<ReadMessages.ReadMessages.Request, IReadOnlyList<ReadMessages.ReadMessages.Line>> messages)
{
    private static readonly JsonSerializerOptions Written = new(OutboxJson.Options) { WriteIndented = true };

    public async Task WriteTo(Stream target, Guid personId, Say say, CancellationToken ct)
    {
        await using var archive = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, ct);
        await Json(archive, "personne.json", new { person.Identities, person.Situation, person.Contact, person.Prefecture, person.Permits }, ct);
        await Json(archive, "declarations.json", await db.Set<Declaration>().AsNoTracking().Where(d => d.PersonId == personId).OrderBy(d => d.At).ToListAsync(ct), ct);
        await Json(archive, "rectifications.json", await db.Set<Correction>().AsNoTracking().Where(c => c.PersonId == personId).OrderBy(c => c.At).ToListAsync(ct), ct);
        await Json(archive, "verifications.json", await attestations.ChecksOf(personId, ct), ct);
        var requests = await db.Applications.Where(a => a.PersonId == personId).OrderBy(a => a.FiledOn).ThenBy(a => a.Id).Select(a => a.Id).ToListAsync(ct);
        var summary = new Summary(say, person);
        foreach (var id in requests) await Request(archive, id, summary, ct);
        await Text(archive, "lisez-moi.html", summary.ToString(), ct);
    }

    private async Task Request(ZipArchive archive, Guid id, Summary summary, CancellationToken ct)
    {
        var file = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, ct);
        var folder = $"demandes/{file.Number}";
        var lines = await messages.Handle(new(id, ByOfficer: null), ct);
        var issued = await attestations.OfApplication(file.PersonId, id, ct);
        await Json(archive, $"{folder}/demande.json", file, ct);
        await Json(archive, $"{folder}/messages.json", lines.Select(m => new { m.FromOfficer, m.Text, m.At, m.ReadAt }), ct);
        await Json(archive, $"{folder}/attestations.json", issued, ct);
        foreach (var (document, version, n) in file.Documents.SelectMany(d => d.Versions.Select((v, i) => (d, v, i + 1))))
            if (version.Destroyed is { } ended) await Text(archive, $"{folder}/documents/{document.Code}-{n}.txt", summary.Destroyed(ended), ct);
            else await File(archive, $"{folder}/documents/{document.Code}-{n}{OwnDownloads.ExtensionOf(version.MediaType)}", version, ct);
        foreach (var attestation in issued)
            if (await attestations.Pdf(attestation.Number, ct) is { } pdf) await Bytes(archive, $"{folder}/attestations/{attestation.Number}.pdf", pdf, ct);
        summary.Add(file, lines, issued);
    }

    private async Task File(ZipArchive archive, string name, StoredVersion version, CancellationToken ct)
    {
        await using var content = await store.Find(version.File, ct);
        if (content is null) return; // a virus was found in it, or it is not yet known whether there is one
        // Photographs and scans are compressed already.
        await using var entry = await archive.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(ct);
        await content.CopyToAsync(entry, ct);
    }

    private static async Task Bytes(ZipArchive archive, string name, byte[] content, CancellationToken ct)
    {
        await using var entry = await archive.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(ct);
        await entry.WriteAsync(content, ct);
    }

    private static async Task Json<T>(ZipArchive archive, string name, T content, CancellationToken ct)
    {
        await using var entry = await archive.CreateEntry(name).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(entry, content, Written, ct);
    }

    private static async Task Text(ZipArchive archive, string name, string content, CancellationToken ct)
    {
        await using var entry = await archive.CreateEntry(name).OpenAsync(ct);
        await entry.WriteAsync(System.Text.Encoding.UTF8.GetBytes(content), ct);
    }
}
