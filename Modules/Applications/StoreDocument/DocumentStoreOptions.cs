namespace Anef.Applications.StoreDocument;

/// <summary>Where documents are kept, and how large they may be. Section <c>Applications</c>.</summary>
internal sealed class DocumentStoreOptions
{
    /// <summary>Relative to the caller's folder; never under the web root.</summary>
    public string DocumentsFolder { get; set; } = "data/documents";

    /// <summary>The ring of keys that wraps the documents' own. Without it no document can be read: it is saved apart from them.</summary>
    public string DocumentKeysFolder { get; set; } = "data/document-keys";

    /// <summary>A PKCS #12 file under which the ring itself is encrypted; null to leave that to the disk.</summary>
    public string? DocumentKeysCertificate { get; set; }

    public string? DocumentKeysCertificatePassword { get; set; }

    public long MaxDocumentBytes { get; set; } = 20_000_000;

    /// <summary><c>host:port</c> of a clamd; null when there is none.</summary>
    public string? ClamAv { get; set; }
}
