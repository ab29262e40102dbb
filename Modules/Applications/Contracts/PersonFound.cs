namespace Anef.Applications.Contracts;

/// <summary>Somebody who was found by what is written on their document.</summary>
/// <param name="Email">In the register; it was not proven to be theirs.</param>
/// <param name="SafeContact">Nothing may leave for the known addresses, and nothing is done from afar.</param>
public sealed record PersonFound(Guid PersonId, string Surname, string FirstNames, string Prefecture, string Language, string? Email, IReadOnlyList<string> PostalAddress, bool SafeContact);
