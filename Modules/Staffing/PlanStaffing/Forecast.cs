namespace Anef.Staffing.PlanStaffing;

/// <summary>What will come, by procedure and period: the prefecture's own level and season, the national season where its own is short, and the permits that end.</summary>
internal sealed class Forecast
{
    private const double YearDays = 365.25;

    /// <summary>So many files of its own weigh as much as the national season [D].</summary>
    private const double SeasonWeight = 200;

    /// <summary>Measured growth is believed up to there [D].</summary>
    private const double MostGrowth = 15;

    /// <summary>Later renewals come in part from permits that are not issued yet.</summary>
    private const int KnownAhead = 275;

    private readonly PlaceHistory _history;
    private readonly Effort _effort;
    private readonly PlanSettings _settings;
    private readonly int _window;

    /// <param name="starts">First day of each period, and the day after the last.</param>
    /// <param name="endings">Renewals that permits announce, by the procedure that is asked for and the day on which it is expected, counted from the plan's first.</param>
    public Forecast(PlaceHistory history, Effort effort, PlanSettings settings, DateOnly[] starts, IReadOnlyList<(string Procedure, int Day, int Count)> endings)
    {
        (_history, _effort, _settings) = (history, effort, settings);
        _window = Math.Min(history.Days, 365);
        var arrivals = history.Arrivals.ToLookup(a => a.Procedure);
        var known = endings.ToLookup(e => e.Procedure);
        foreach (var code in arrivals.Select(g => g.Key).Union(known.Select(g => g.Key)).Order(StringComparer.Ordinal))
            Flows[code] = Of(code, [.. arrivals[code]], [.. known[code]], starts);
        if (settings.Inflow is { } inflow) Scale(inflow, starts);
    }

    /// <summary>Expected files by procedure, in each period.</summary>
    public Dictionary<string, double[]> Flows { get; } = [];

    /// <summary>Renewals that permits announce.</summary>
    public double Announced { get; private set; }

    /// <summary>Share of the flow whose season is the national one.</summary>
    public double NationalShare { get; private set; } = 1;

    /// <summary>Percent a year, as used.</summary>
    public double Growth => _settings.Growth ?? Measured() ?? _effort.Growth;

    /// <summary>How unsure the level is: chance over what was counted, and the months that were not seen. What is said is taken at its word, but for the ordinary.</summary>
    public double Spread
    {
        get
        {
            if (_settings.Inflow is not null) return 0.05;
            var counted = Math.Max(1, _history.Arrivals.Where(a => a.Day >= _history.From - _window).Sum(a => a.Count));
            var unseen = 1 - Math.Min(1, _history.Months / 24.0);
            return Math.Min(0.5, Math.Sqrt((0.03 * 0.03) + Math.Min(0.2, 1.0 / counted) + (0.2 * 0.2 * unseen * unseen)));
        }
    }

    private double[] Of(string code, List<Arrived> arrivals, List<(string Procedure, int Day, int Count)> known, DateOnly[] starts)
    {
        var (season, own) = Season(code, arrivals);
        var first = Level(arrivals.Where(a => !a.Renewal), season);
        var renewals = Level(arrivals.Where(a => a.Renewal), season);
        var total = Expected(season, starts, 0, starts.Length - 2) * (first + renewals);
        NationalShare = _weight + total > 0 ? ((NationalShare * _weight) + (total * (1 - own))) / (_weight + total) : NationalShare;
        _weight += total;
        var flow = new double[starts.Length - 1];
        var announced = flow.Select((_, i) => known.Where(k => In(k.Day, starts, i)).Sum(k => k.Count) * _effort.Renewed / 100).ToArray();
        var believed = announced.Sum() * 2 >= Expected(season, starts, 0, flow.Length - 1) * renewals;
        for (var i = 0; i < flow.Length; i++)
        {
            var (newcomers, usual) = (first * Expected(season, starts, i, i), renewals * Expected(season, starts, i, i));
            var ahead = starts[i].DayNumber - _history.From;
            flow[i] = newcomers + (usual == 0 ? announced[i] : believed && ahead < KnownAhead ? (usual + announced[i]) / 2 : usual);
        }
        Announced += announced.Sum();
        return flow;
    }

    private double _weight;

    /// <summary>Shares of the year by month, and how much of it is the prefecture's own.</summary>
    private (double[] Season, double Own) Season(string code, List<Arrived> arrivals)
    {
        var national = _effort.CurveOf(code);
        var years = _history.Days / 365;
        var seen = arrivals.Where(a => a.Day >= _history.From - (years * 365)).ToList();
        var count = seen.Sum(a => a.Count);
        if (years == 0 || count == 0) return (national, 0);
        var own = count / (count + SeasonWeight);
        var months = new double[12];
        foreach (var arrived in seen) months[DateOnly.FromDayNumber(arrived.Day).Month - 1] += arrived.Count;
        return ([.. months.Select((m, i) => (own * m / count) + ((1 - own) * national[i]))], own);
    }

    /// <summary>Files a year, from what came in the last year or as much of it as there is.</summary>
    private double Level(IEnumerable<Arrived> arrivals, double[] season)
    {
        if (_window == 0) return 0;
        var seen = 0.0;
        for (var day = _history.From - _window; day < _history.From; day++) seen += Share(season, DateOnly.FromDayNumber(day));
        return arrivals.Where(a => a.Day >= _history.From - _window).Sum(a => a.Count) / seen;
    }

    /// <summary>Of one file a year, how many are expected in these periods, growth included.</summary>
    private double Expected(double[] season, DateOnly[] starts, int firstPeriod, int lastPeriod)
    {
        var sum = 0.0;
        for (var day = starts[firstPeriod]; day < starts[lastPeriod + 1]; day = day.AddDays(1))
            sum += Share(season, day) * Math.Pow(1 + (Growth / 100), (day.DayNumber - _history.From + (_window / 2.0)) / YearDays);
        return sum;
    }

    private static double Share(double[] season, DateOnly day) => season[day.Month - 1] / DateTime.DaysInMonth(day.Year, day.Month);

    private bool In(int day, DateOnly[] starts, int period) => _history.From + day >= starts[period].DayNumber && _history.From + day < starts[period + 1].DayNumber;

    private double? Measured()
    {
        if (_history.Days < 730) return null;
        var (now, before) = (Between(365, 0), Between(730, 365));
        return before == 0 ? null : Math.Clamp(((now / before) - 1) * 100, -MostGrowth, MostGrowth);
    }

    private double Between(int from, int to) => _history.Arrivals.Where(a => a.Day >= _history.From - from && a.Day < _history.From - to).Sum(a => (double)a.Count);

    /// <summary>So many a year, shared out as what is known, or else as in the whole country.</summary>
    private void Scale(double inflow, DateOnly[] starts)
    {
        var wanted = inflow * (starts[^1].DayNumber - starts[0].DayNumber) / YearDays;
        var total = Flows.Values.Sum(flow => flow.Sum());
        if (total > 0)
        {
            foreach (var flow in Flows.Values)
                for (var i = 0; i < flow.Length; i++) flow[i] *= wanted / total;
            return;
        }
        foreach (var procedure in _effort.Procedures)
            Flows[procedure.Code] = [.. starts.SkipLast(1).Select((_, i) => inflow * _effort.ShareOf(procedure.Code) * Expected(_effort.CurveOf(procedure.Code), starts, i, i))];
    }
}
