using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Anef.Applications.StoreDocument;

/// <summary>Files under keys of their own, looked at before they are kept. Rows are added to the context; whoever asked saves them.</summary>
internal sealed class DocumentStore(ApplicationsDb db, DocumentKeys keys, VirusScanner scanner, IOptions<DocumentStoreOptions> options, TimeProvider clock, ILogger<DocumentStore> log)
{
    public long MaxBytes => options.Value.MaxDocumentBytes;

    /// <summary>Keeps a content.</summary>
    /// <exception cref="RuleBroken">Too large, empty, of a type that is not accepted, damaged, or with a virus in it.</exception>
    public async Task<StoredFile> Keep(Stream content, Guid? account, string name, CancellationToken ct)
    {
        var file = new StoredFile { Account = account, Name = Short(name), At = clock.GetUtcNow(), WrappedKey = keys.Make() };
        try
        {
            if (!await Sealed(file.Id, file.WrappedKey).Append(content, MaxBytes, ct)) throw TooLarge();
            await Accept(file, ct);
            return file;
        }
        catch
        {
            Erase(file.Id);
            throw;
        }
    }

    /// <summary>Looks at a content that is all there, and takes it in.</summary>
    /// <exception cref="RuleBroken">It cannot be accepted; its content is then destroyed.</exception>
    public async Task Accept(StoredFile file, CancellationToken ct)
    {
        try
        {
            await using var content = Sealed(file.Id, file.WrappedKey).Open();
            (file.MediaType, file.Size) = (DocumentChecks.TypeOf(content), content.Length);
            Take(file, await scanner.Scan(content, ct));
            if (file.Check == FileCheck.Infected)
                throw new RuleBroken("applications.document-virus", "Un virus a été trouvé dans ce fichier : il n'a pas été gardé. Faites vérifier votre appareil, puis photographiez le document ou envoyez-le depuis un autre appareil.");
        }
        catch (RuleBroken)
        {
            Erase(file.Id);
            throw;
        }
        db.Add(file);
    }

    /// <summary>Asks the scanner again about a file that was kept aside.</summary>
    public async Task CheckAgain(StoredFile file, CancellationToken ct)
    {
        await using (var content = Sealed(file.Id, file.WrappedKey).Open())
            Take(file, await scanner.Scan(content, ct));
        if (file.Check == FileCheck.Infected) Erase(file.Id);
    }

    /// <summary>Opens a kept content, from any place.</summary>
    /// <exception cref="RuleBroken">It is still being checked, was destroyed, or is not what was kept.</exception>
    public async Task<Stream> Open(Guid id, CancellationToken ct)
    {
        var file = await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) ?? throw new NotFound("ce document");
        if (file.Check == FileCheck.Waiting) throw new RuleBroken("applications.document-being-checked", "Ce fichier est encore vérifié par l'antivirus : il s'ouvrira dans quelques minutes.");
        if (file.Check == FileCheck.Infected) throw new RuleBroken("applications.document-virus", "Un virus a été trouvé dans ce fichier : il a été détruit. Demandez-en un autre.");
        if (file.Check is FileCheck.Condemned or FileCheck.Destroyed)
            throw new RuleBroken("applications.document-destroyed", "Cette copie a été détruite à la fin de sa durée de conservation : seuls son nom et ses dates restent.");
        var content = Sealed(file.Id, file.WrappedKey).Open();
        if (content.Length == file.Size) return content;
        await content.DisposeAsync();
        log.LogError("File {File} has {Length} bytes instead of {Size}", id, content.Length, file.Size);
        throw new RuleBroken("applications.document-altered", "Ce fichier n'est plus celui qui a été reçu : il ne peut pas être ouvert. Prévenez l'exploitant.");
    }

    /// <summary>The content, or null where it cannot be opened for one of those reasons.</summary>
    public async Task<Stream?> Find(Guid id, CancellationToken ct)
    {
        try
        {
            return await Open(id, ct);
        }
        catch (RuleBroken)
        {
            return null;
        }
    }

    /// <summary>Whether a file holds byte for byte what another one does.</summary>
    public async Task<bool> IsSame(StoredFile file, Guid other, CancellationToken ct)
    {
        if (await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == other, ct) is not { } kept || kept.Size != file.Size || kept.Check is FileCheck.Infected or FileCheck.Condemned or FileCheck.Destroyed) return false;
        await using var one = Sealed(file.Id, file.WrappedKey).Open();
        await using var two = Sealed(kept.Id, kept.WrappedKey).Open();
        var (left, right) = (new byte[SealedFile.RecordBytes], new byte[SealedFile.RecordBytes]);
        for (int read; (read = await one.ReadAtLeastAsync(left, left.Length, throwOnEndOfStream: false, ct)) > 0;)
        {
            var there = await two.ReadAtLeastAsync(right, right.Length, throwOnEndOfStream: false, ct);
            if (!left.AsSpan(0, read).SequenceEqual(right.AsSpan(0, there))) return false;
        }
        return true;
    }

    /// <summary>Gives up a file that was kept and is not saved.</summary>
    public void Drop(StoredFile file)
    {
        db.Entry(file).State = EntityState.Detached;
        Erase(file.Id);
    }

    /// <summary>Destroys a content.</summary>
    public void Erase(Guid id)
    {
        if (System.IO.File.Exists(PathOf(id))) System.IO.File.Delete(PathOf(id));
    }

    /// <summary>The sealed file of a name, there or not.</summary>
    public SealedFile Sealed(Guid id, string wrappedKey) => new(PathOf(id), id, keys.Unwrap(wrappedKey));

    /// <summary>A wrapped key for a file to come.</summary>
    public string NewKey() => keys.Make();

    public RuleBroken TooLarge() => new("applications.document-too-large",
        $"Le document dépasse {MaxBytes / 1_000_000} Mo : photographiez-le avec une résolution plus basse, ou envoyez-le en plusieurs fichiers.");

    public static string Short(string name) => Path.GetFileName(name.Replace('\\', '/')) is var last && last.Length <= 120 ? last : last[^120..];

    /// <summary>The last signs of a name are by lot; the first tell the time.</summary>
    private string PathOf(Guid id)
    {
        var name = $"{id:N}";
        return Path.Combine(Path.GetFullPath(options.Value.DocumentsFolder), name[^2..], name[^4..^2], name);
    }

    private void Take(StoredFile file, ScanVerdict verdict)
    {
        (file.Check, file.Finding) = (verdict.Check, verdict.Finding);
        if (verdict.Check is FileCheck.Clean or FileCheck.Infected) file.CheckedAt = clock.GetUtcNow();
        if (verdict.Check == FileCheck.Infected) log.LogWarning("A virus, {Finding}, in file {File} of account {Account}: destroyed", verdict.Finding, file.Id, file.Account);
    }
}
