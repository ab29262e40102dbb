namespace Anef.Staffing.Domain.Planning;

/// <summary>The fewest full-time equivalents that are enough, to a tenth, or to a hundredth of what they are where they are many.</summary>
/// <remarks>What a run makes of one staff says what it makes of every larger or every smaller one, so that each step leaves only the runs that are not settled: all of it costs little more than two looks at every run.</remarks>
internal static class FewestStaff
{
    /// <summary>Beyond that, it is not a matter of staff.</summary>
    public const double Most = 20_000;

    /// <param name="atLeast">What a weaker target has been found to need.</param>
    /// <returns>Null when no staff is enough.</returns>
    public static double? For(Simulator simulator, PlanInput input, PlanTarget target, double atLeast = 0)
    {
        var search = new Search(simulator, target, input.Runs);
        if (search.IsEnough(atLeast)) return atLeast;
        var low = atLeast;
        var high = Math.Max(0.1, Math.Max(atLeast, Load(input)) * 1.1);
        while (!search.IsEnough(high))
        {
            if (high > Most) return null;
            (low, high) = (high, high * 1.5);
        }
        while (high - low > Math.Max(0.1, high / 100))
        {
            var middle = (low + high) / 2;
            if (search.IsEnough(middle)) high = middle;
            else low = middle;
        }
        return Math.Ceiling(Math.Round(high * 10, 6)) / 10;
    }

    /// <summary>Full-time equivalents whose minutes are those of what is expected to arrive: nothing less goes on for long.</summary>
    public static double Load(PlanInput input)
    {
        var work = input.Lines.Sum(line => input.Periods.Select((period, i) => line.PerDay[i] * period.Days * line.MinutesOf(period.FirstDay)).Sum());
        var minutes = input.Minutes.Sum() * (1 - input.Absence);
        return minutes > 0 ? work / minutes : 0;
    }

    private sealed class Search(Simulator simulator, PlanTarget target, int runs)
    {
        private IReadOnlyList<int> _open = [.. Enumerable.Range(0, runs)];
        private int _mayFail = runs / 20;

        public bool IsEnough(double staff)
        {
            var good = simulator.Judge(_open, staff, target);
            var failed = good.Count(g => !g);
            var enough = failed <= _mayFail;
            if (enough) _mayFail -= failed;
            _open = [.. _open.Where((_, i) => good[i] == enough)];
            return enough;
        }
    }
}
