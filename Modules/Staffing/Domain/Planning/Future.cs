namespace Anef.Staffing.Domain.Planning;

/// <summary>What will happen, in so many versions: arrivals and absences. Drawn once and met by every staff that is tried, so that two staffs differ by nothing else.</summary>
internal sealed class Future
{
    private readonly PlanInput _input;
    private readonly int[] _groups;
    private readonly int[][] _files;
    private readonly double[][] _each;
    private readonly Eve[][] _days;

    public Future(PlanInput input, int cores)
    {
        _input = input;
        (_files, _each, _days) = (new int[input.Runs][], new double[input.Runs][], new Eve[input.Runs][]);
        var groups = input.Groups.ToList();
        GroupCount = groups.Count;
        _groups = [.. input.Lines.Select(line => groups.IndexOf(PlanGroup.Of(line)))];
        var stream = Stream(input.Prefecture);
        Parallel.For(0, input.Runs, new() { MaxDegreeOfParallelism = cores }, run => Draw(run, new Chance(input.Seed, stream + (ulong)run)));
    }

    public int GroupCount { get; }

    /// <summary>Files that arrive in a run, day by day and group by group.</summary>
    public ReadOnlySpan<int> Files(int run) => _files[run];

    /// <summary>Minutes of one of them, on average of that day and group.</summary>
    public ReadOnlySpan<double> Each(int run) => _each[run];

    public ReadOnlySpan<Eve> Days(int run) => _days[run];

    private void Draw(int run, Chance chance)
    {
        var files = _files[run] = new int[_input.Days * GroupCount];
        var work = _each[run] = new double[_input.Days * GroupCount];
        var days = _days[run] = new Eve[_input.Days];
        for (var day = 0; day < days.Length; day++) days[day].Presence = chance.Normal();
        var level = chance.Factor(_input.LevelSpread);
        for (var period = 0; period < _input.Periods.Count; period++)
            for (var line = 0; line < _input.Lines.Count; line++)
                Draw(files, work, _input.Periods[period], line, _input.Lines[line].PerDay[period] * level * chance.Factor(_input.MonthSpread), ref chance);
        for (var cell = 0; cell < files.Length; cell++)
        {
            if (files[cell] == 0) continue;
            days[cell / GroupCount].Came += files[cell];
            days[cell / GroupCount].Work += work[cell];
            work[cell] /= files[cell];
        }
    }

    private void Draw(int[] files, double[] work, PlanPeriod period, int line, double mean, ref Chance chance)
    {
        if (mean <= 0) return;
        var (of, none) = (_input.Lines[line], Math.Exp(-mean));
        for (var (day, cell) = (period.FirstDay, (period.FirstDay * GroupCount) + _groups[line]); day < period.FirstDay + period.Days; day++, cell += GroupCount)
        {
            var count = chance.Poisson(mean, none);
            if (count == 0) continue;
            files[cell] += count;
            work[cell] += count * of.MinutesOf(day);
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
