namespace Anef.Applications.BulkActs;

/// <summary>What the form of an act on many files is filled in with.</summary>
/// <param name="Choices">Documents that may be asked for.</param>
internal sealed record ActChoice(string? Act, IReadOnlyList<string> Documents, DateOnly? Due, string? Reason, IEnumerable<(string Value, string Words)> Choices);
