namespace Anef.SharedKernel.Rules;

/// <summary>Which rule made a date or an answer: its name, its version, its article. Shown to whoever asks why.</summary>
/// <param name="Rule">Name in the rules' data: <c>windows.ANEF_120_60</c>.</param>
/// <param name="Version">Version of the rules in force.</param>
/// <param name="Article">Article of law, or <c>[D]</c> where it is a decision of this project.</param>
public sealed record RuleReference(string Rule, int Version, string Article);

/// <summary>Whether a document lets its holder work.</summary>
public enum WorkRight
{
    /// <summary>It does not.</summary>
    No,

    /// <summary>It does, under a condition that the document states.</summary>
    Conditional,

    /// <summary>It does.</summary>
    Yes,
}
