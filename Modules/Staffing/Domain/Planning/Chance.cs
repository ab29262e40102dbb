namespace Anef.Staffing.Domain.Planning;

/// <summary>Chance that repeats itself: xoshiro256** started by SplitMix64. The same seed gives the same numbers on every machine and every version of the runtime.</summary>
internal struct Chance
{
    private const double LargestAtOnce = 200;

    private ulong _a, _b, _c, _d;

    /// <param name="seed">Of the plan.</param>
    /// <param name="stream">Of the run: streams of one seed have nothing to do with each other.</param>
    public Chance(ulong seed, ulong stream)
    {
        var state = seed ^ (stream * 0xD1342543DE82EF95UL);
        (_a, _b, _c, _d) = (Split(ref state), Split(ref state), Split(ref state), Split(ref state));
    }

    /// <summary>At least 0, less than 1.</summary>
    public double Next() => (Bits() >> 11) * (1.0 / (1UL << 53));

    public double Exponential(double mean) => -mean * Math.Log(1 - Next());

    /// <summary>Mean 0, deviation 1. Always two draws, so that what follows does not depend on it.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    /// <summary>A factor of mean 1 around which things vary.</summary>
    public double Factor(double deviation) => Math.Exp((deviation * Normal()) - (deviation * deviation / 2));

    /// <summary>By inversion: a larger mean never gives fewer for the same draw.</summary>
    public int Poisson(double mean) => Poisson(mean, Math.Exp(-Math.Min(mean, LargestAtOnce)));

    /// <param name="none">How probable none is, where the mean is not too large: whoever draws often from one mean works it out once.</param>
    public int Poisson(double mean, double none)
    {
        var (count, few) = (0, mean <= LargestAtOnce);
        for (; mean > LargestAtOnce; mean -= LargestAtOnce) count += Few(LargestAtOnce, Math.Exp(-LargestAtOnce));
        return count + (mean > 0 ? Few(mean, few ? none : Math.Exp(-mean)) : 0);
    }

    private int Few(double mean, double none)
    {
        var (draw, term, count) = (Next(), none, 0);
        while (draw >= term && term > 0)
        {
            draw -= term;
            term *= mean / ++count;
        }
        return count;
    }

    private ulong Bits()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }

    private static ulong Split(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
