namespace Anef.Applications.Contracts;

/// <summary>Keeps files of neighbours as documents are kept: looked at for what they are and for viruses, each under a key of its own.</summary>
public interface ISealedFiles
{
    /// <summary>Keeps one.</summary>
    /// <exception cref="Anef.SharedKernel.Rules.RuleBroken">Too large, empty, of a type that is not accepted, damaged, or with a virus in it.</exception>
    Task<SealedFileFacts> Keep(Stream content, string name, Guid? account, CancellationToken ct);

    /// <summary>Opens one.</summary>
    /// <exception cref="Anef.SharedKernel.Rules.RuleBroken">It cannot be opened, or not yet.</exception>
    Task<Stream> Open(Guid id, CancellationToken ct);

    /// <summary>Destroys one; nothing when it is gone already.</summary>
    Task Destroy(Guid id, CancellationToken ct);
}

/// <summary>A kept file.</summary>
public sealed record SealedFileFacts(Guid Id, string Name, string MediaType, long Size);
