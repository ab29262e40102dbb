namespace Anef.SharedKernel.Live;

/// <summary>Something happened that concerns a person: enough to know that a page is out of date, and nothing of what it says.</summary>
/// <param name="Position">Place of the fact; a listener that comes back says the last one that it heard.</param>
public sealed record LiveNote(long Position, Guid PersonId, Guid? ApplicationId);
