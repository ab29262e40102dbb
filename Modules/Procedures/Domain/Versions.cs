namespace Anef.Procedures.Domain;

/// <summary>The versions of one family, by the day from which they hold.</summary>
/// <remarks>Two that start on the same day: the higher number holds. Before the first, the first holds: the law did not begin with our data.</remarks>
internal sealed class Versions<T> where T : RuleVersion
{
    private readonly T[] _newestFirst;

    public Versions(IEnumerable<RuleVersion> rules)
    {
        _newestFirst = [.. rules.OfType<T>().OrderByDescending(v => v.EffectiveFrom).ThenByDescending(v => v.Version)];
        if (_newestFirst.Length == 0) throw new InvalidOperationException($"No version of {typeof(T).Name}.");
    }

    public IReadOnlyList<T> NewestFirst => _newestFirst;

    public T On(DateOnly day)
    {
        foreach (var version in _newestFirst)
            if (version.EffectiveFrom <= day) return version;
        return _newestFirst[^1];
    }
}
