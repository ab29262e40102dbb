using System.Security.Cryptography;
using Anef.SharedKernel.Rules;
using Microsoft.Extensions.Options;

namespace Anef.Applications.StoreDocument;

/// <summary>Where documents are kept, and how large they may be. Section <c>Applications</c>.</summary>
internal sealed class DocumentStoreOptions
{
    /// <summary>Relative to the caller's folder; never under the web root.</summary>
    public string DocumentsFolder { get; set; } = "data/documents";

    public long MaxDocumentBytes { get; set; } = 20_000_000;
}

/// <summary>Files by the hash of their content: the same content is kept once, and a name says nothing.</summary>
internal sealed class DocumentStore(IOptions<DocumentStoreOptions> options)
{
    /// <summary>Keeps a content.</summary>
    /// <exception cref="RuleBroken">Too large, empty, or of a type that is not accepted.</exception>
    public async Task<(string Hash, string MediaType, long Size)> Keep(Stream content, CancellationToken ct)
    {
        var folder = Path.GetFullPath(options.Value.DocumentsFolder);
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Guid.CreateVersion7():N}");
        try
        {
            var size = await Copy(content, temporary, ct);
            var mediaType = await MediaTypeOf(temporary, ct);
            var hash = await HashOf(temporary, ct);
            var target = FileOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Move(temporary, target, overwrite: true);
            return (hash, mediaType, size);
        }
        finally
        {
            System.IO.File.Delete(temporary);
        }
    }

    /// <summary>Opens a kept content.</summary>
    public Stream Open(string hash) => System.IO.File.OpenRead(FileOf(hash));

    private string FileOf(string hash) => Path.Combine(Path.GetFullPath(options.Value.DocumentsFolder), hash[..2], hash[2..4], hash);

    private async Task<long> Copy(Stream content, string file, CancellationToken ct)
    {
        var max = options.Value.MaxDocumentBytes;
        await using var target = new FileStream(file, FileMode.CreateNew);
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if (target.Length + read > max) throw new RuleBroken("applications.document-too-large", $"Le document dépasse {max / 1_000_000} Mo : photographiez-le avec une résolution plus basse, ou envoyez-le en plusieurs fichiers.");
            await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return target.Length > 0 ? target.Length : throw new RuleBroken("applications.document-empty", "Le document est vide : choisissez-le de nouveau.");
    }

    private static async Task<string> MediaTypeOf(string file, CancellationToken ct)
    {
        var head = new byte[12];
        await using var stream = System.IO.File.OpenRead(file);
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        return MediaTypes.Find(head.AsSpan(0, read))
            ?? throw new RuleBroken("applications.document-type", "Ce fichier n'est ni un PDF ni une photographie (JPEG, PNG, HEIC), quel que soit son nom.");
    }

    private static async Task<string> HashOf(string file, CancellationToken ct)
    {
        await using var stream = System.IO.File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }
}
