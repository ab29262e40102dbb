namespace Anef.SharedKernel.Rehearsals;

/// <summary>The rehearsal files of this deployment, and the means to play them with other rules than those in force.</summary>
/// <remarks>Each file is played on a stage of its own: a database, a clock and folders that nobody else sees and that are gone afterwards.</remarks>
public interface IRehearsals
{
    /// <summary>Names of the files, in order.</summary>
    IReadOnlyList<string> Files();

    /// <summary>Plays every file and tells what came of each, in the order of the names.</summary>
    /// <param name="rules">Laid over the rules that the program is born with, before anything is played.</param>
    /// <param name="ct">Stops the play.</param>
    IAsyncEnumerable<RehearsalResult> Play(IReadOnlyList<RulesText> rules, CancellationToken ct);
}

/// <summary>A version of a family of rules.</summary>
/// <param name="Family">Name of the family.</param>
/// <param name="Version">Number; none of those that the program is born with.</param>
/// <param name="EffectiveFrom">First day.</param>
/// <param name="Body">The rules, of the form of their family.</param>
public sealed record RulesText(string Family, int Version, DateOnly EffectiveFrom, string Body);

/// <summary>What came of a file.</summary>
/// <param name="File">Name.</param>
/// <param name="Title">What it tells.</param>
/// <param name="Failures">In French; none when everything ended as the file says.</param>
public sealed record RehearsalResult(string File, string Title, IReadOnlyList<string> Failures)
{
    /// <summary>Everything ended as the file says.</summary>
    public bool Passed => Failures.Count == 0;
}

/// <summary>Brought by the module that owns rules: lays them into a house before it plays.</summary>
public interface ITakeRules
{
    /// <summary>Publishes them there, whatever their first day.</summary>
    Task Take(IReadOnlyList<RulesText> rules, CancellationToken ct);
}
