namespace Anef.SharedKernel.Rules;

/// <summary>The law or the state of things says no. Nothing was changed; the words say what to do next.</summary>
/// <param name="code">Stable, dotted, for programs: <c>applications.outside-scope</c>.</param>
/// <param name="words">For people, in French.</param>
public sealed class RuleBroken(string code, string words) : Exception(words)
{
    /// <summary>Stable name of the refusal.</summary>
    public string Code { get; } = code;
}
