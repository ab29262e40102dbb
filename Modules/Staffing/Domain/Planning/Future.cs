namespace Anef.Staffing.Domain.Planning;

/// <summary>What will happen, in so many versions: arrivals and absences. Drawn once and met by every staff that is tried, so that two staffs differ by nothing else.</summary>
internal sealed class Future
{
    private readonly PlanInput _input;
    private readonly int _lines;
    private readonly int[][] _arrivals;
    private readonly Eve[][] _days;
    private readonly Bundle[][] _bundles;
    private readonly int[] _classes;

    public Future(PlanInput input, int cores)
    {
        (_input, _lines) = (input, input.Lines.Count);
        (_arrivals, _days, _bundles) = (new int[input.Runs][], new Eve[input.Runs][], new Bundle[input.Runs][]);
        _classes = input.Classes;
        ClassCount = _classes.Length == 0 ? 0 : _classes[^1] + 1;
        var stream = Stream(input.Prefecture);
        Parallel.For(0, input.Runs, new() { MaxDegreeOfParallelism = cores }, run => Draw(run, new Chance(input.Seed, stream + (ulong)run)));
    }

    /// <summary>How many classes of urgency there are.</summary>
    public int ClassCount { get; }

    /// <summary>Arrivals of a run, day by day and line by line.</summary>
    public ReadOnlySpan<int> Arrivals(int run) => _arrivals[run];

    public Eve On(int run, int day) => _days[run][day];

    /// <summary>All that a day brings of one class.</summary>
    public Bundle Of(int run, int day, int ofClass) => _bundles[run][(day * ClassCount) + ofClass];

    private void Draw(int run, Chance chance)
    {
        var arrivals = _arrivals[run] = new int[_input.Days * _lines];
        var days = _days[run] = new Eve[_input.Days];
        var bundles = _bundles[run] = new Bundle[_input.Days * ClassCount];
        for (var day = 0; day < days.Length; day++) days[day].Presence = chance.Normal();
        var level = chance.Factor(_input.LevelSpread);
        for (var period = 0; period < _input.Periods.Count; period++)
            for (var line = 0; line < _lines; line++)
                Draw(arrivals, days, bundles, _input.Periods[period], line, _input.Lines[line].PerDay[period] * level * chance.Factor(_input.MonthSpread), ref chance);
    }

    private void Draw(int[] arrivals, Eve[] days, Bundle[] bundles, PlanPeriod period, int line, double mean, ref Chance chance)
    {
        if (mean <= 0) return;
        var none = Math.Exp(-mean);
        for (var day = period.FirstDay; day < period.FirstDay + period.Days; day++)
        {
            var count = arrivals[(day * _lines) + line] = chance.Poisson(mean, none);
            if (count == 0) continue;
            var work = count * _input.Lines[line].MinutesOf(day);
            days[day].Came += count;
            days[day].Work += work;
            bundles[(day * ClassCount) + _classes[line]].Add(count, work);
        }
    }

    /// <summary>Prefectures do not share their chance.</summary>
    private static ulong Stream(string prefecture) => prefecture.Aggregate(14695981039346656037UL, (hash, letter) => (hash ^ letter) * 1099511628211UL);
}

/// <summary>What a day will bring.</summary>
internal struct Eve
{
    /// <summary>How many more or fewer than usual are at work, in deviations.</summary>
    public double Presence { get; set; }

    /// <summary>Files that arrive.</summary>
    public int Came { get; set; }

    /// <summary>Minutes that they take.</summary>
    public double Work { get; set; }
}

/// <summary>Files of one class that arrived on one day.</summary>
internal struct Bundle
{
    public int Files { get; private set; }

    /// <summary>Their minutes.</summary>
    public double Work { get; private set; }

    public void Add(int files, double work) => (Files, Work) = (Files + files, Work + work);
}
