using Anef.SharedKernel.Seeding;

namespace Anef.Host.Seed;

/// <summary>Things of unequal weight to be drawn.</summary>
internal sealed class Wheel<T>
{
    private readonly T[] _things;
    private readonly int[] _upTo;

    public Wheel(IEnumerable<T> things, Func<T, int> weight)
    {
        _things = [.. things];
        _upTo = new int[_things.Length];
        var sum = 0;
        for (var i = 0; i < _things.Length; i++) _upTo[i] = sum += weight(_things[i]);
    }

    public T Draw(Lot lot)
    {
        var at = Array.BinarySearch(_upTo, lot.Below(_upTo[^1]) + 1);
        return _things[at < 0 ? ~at : at];
    }
}
