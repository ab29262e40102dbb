namespace Anef.SharedKernel.Seeding;

/// <summary>Chance that falls the same way each time it is begun from the same seed, on every machine: whole numbers only.</summary>
public sealed class Lot(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Mixes a number so that neighbours have nothing to do with one another. No two numbers give the same.</summary>
    public static ulong Mix(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9UL;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EBUL;
        return number ^ (number >> 31);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15UL);

    /// <summary>From 0 to one less than <paramref name="of"/>.</summary>
    public int Below(int of) => (int)(((UInt128)Next() * (ulong)of) >> 64);

    /// <summary>From the first to the last, both inclusive.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>True so many times in a thousand.</summary>
    public bool Happens(int perThousand) => Below(1000) < perThousand;

    /// <summary>One of them.</summary>
    public T Of<T>(IReadOnlyList<T> things) => things[Below(things.Count)];
}
