namespace Anef.Staffing.Domain.Planning;

/// <summary>One version of the future met by one staff, day by day. Used again for the next: nothing is allocated on the way.</summary>
internal sealed class PlanRun
{
    private readonly PlanInput _input;
    private readonly Future _future;
    private readonly int _past;
    private readonly int _groups;
    private readonly int[] _waiting;
    private readonly double[] _each;
    private readonly int[] _alerts;
    private readonly int[] _legal;
    private readonly (long Stock, long AtRisk, long TooOld, double Work) _start;
    private readonly int[] _pools;
    private readonly double[] _ofPool;
    private readonly double _longest;
    private int _run;
    private double _credit;

    public PlanRun(PlanInput input, Future future)
    {
        (_input, _future, _past, _groups) = (input, future, input.Past, future.GroupCount);
        var groups = input.Groups;
        Waiting = new([.. groups.Select(g => (g.Order, g.Pool))], _past + input.Days);
        Counts = new(input, _past + input.Days);
        (_alerts, _legal) = ([.. groups.Select(g => g.AlertAfter ?? -1)], [.. groups.Select(g => g.LegalAfter ?? -1)]);
        (_pools, _ofPool, _longest) = ([.. groups.Select(g => g.Pool)], new double[input.Pools.Count], input.Lines.Select(l => l.Minutes).DefaultIfEmpty().Max());
        (_waiting, _each) = StockOf(input, [.. groups]);
        _start = StartOf(input);
    }

    /// <summary>By day of arrival, counted from the oldest file's, and by group; days to come are there too.</summary>
    public Backlog Waiting { get; }

    public RunCounts Counts { get; }

    /// <summary>Files that wait.</summary>
    public long Stock { get; private set; }

    /// <summary>Of them, those that nothing covers but what an officer does.</summary>
    public long AtRisk { get; private set; }

    /// <summary>Of them, those that wait for longer than they should.</summary>
    public long TooOld { get; private set; }

    /// <summary>Minutes of all that waits.</summary>
    public double Work { get; private set; }

    public void Begin(int run)
    {
        _run = run;
        Waiting.Begin(_waiting, _future.Files(run));
        Counts.Clear();
        (Stock, AtRisk, TooOld, Work) = _start;
        _credit = 0;
        Array.Clear(_ofPool);
        Counts.StartWork = Work;
    }

    /// <summary>Lives through a day. What the day held is in <see cref="Counts"/> afterwards.</summary>
    public void Live(int day, double staff)
    {
        var eve = _future.Days(_run)[day];
        Stock += eve.Came;
        Work += eve.Work;
        Counts.In = eve.Came;
        Counts.Out = 0;
        if (_input.Minutes[day] > 0) Serve(_past + day, Present(staff, eve.Presence) * _input.Minutes[day]);
        Close(_past + day);
    }

    private double Present(double staff, double deviations)
    {
        var usual = staff * (1 - _input.Absence);
        return Math.Clamp(usual + (deviations * Math.Sqrt(usual * _input.Absence)), 0, staff);
    }

    private void Serve(int today, double minutes)
    {
        _credit += minutes;
        // Of what a pool did not use, no more is kept than what a file takes that it has begun.
        for (var pool = 0; pool < _ofPool.Length; pool++) _ofPool[pool] = Math.Min(_ofPool[pool], _longest) + (minutes * _input.Pools[pool].Share);
        Waiting.Open();
        for (var urgent = Waiting.Urgent(today); urgent >= 0; urgent = Waiting.Urgent(today))
        {
            var (since, first, count) = Waiting.At(urgent);
            if (Finish(Waiting.Of(since, first, count), first, since, today)) Waiting.Leave(urgent);
            else if (Left(_pools[first]) >= _credit) return;
            else Waiting.Shut(urgent);
        }
        _credit = 0;
    }

    /// <summary>Minutes that whoever does it has left today.</summary>
    private double Left(int pool)
    {
        var left = _credit;
        if (pool >= 0)
            foreach (var among in _input.Pools[pool].Among) left = Math.Min(left, _ofPool[among]);
        return left;
    }

    private void Spend(int pool, double minutes)
    {
        _credit -= minutes;
        if (pool >= 0)
            foreach (var among in _input.Pools[pool].Among) _ofPool[among] -= minutes;
    }

    /// <summary>Whether all of a day's files of one class are done. One that has been begun is finished another day: what is left of this one counts for it.</summary>
    private bool Finish(Span<int> files, int first, int since, int today)
    {
        var each = since < _past ? _each.AsSpan((since * _groups) + first, files.Length) : _future.Each(_run).Slice(((since - _past) * _groups) + first, files.Length);
        for (var i = 0; i < files.Length; i++)
        {
            if (files[i] == 0) continue;
            var done = (int)Math.Min(files[i], Left(_pools[first]) / each[i]);
            Spend(_pools[first], done * each[i]);
            Work -= done * each[i];
            files[i] -= done;
            Decide(first + i, today - since, done);
            if (files[i] > 0) return false;
        }
        return true;
    }

    private void Decide(int group, int age, int count)
    {
        Stock -= count;
        Counts.Decide(age, count);
        if (Passed(age - 1, _alerts[group])) AtRisk -= count;
        if (age > _input.TargetDays) TooOld -= count;
    }

    /// <summary>The evening: who has waited until a day that matters.</summary>
    private void Close(int today)
    {
        var missed = 0;
        for (var group = 0; group < _groups; group++)
        {
            var (legal, alert) = (_legal[group], _alerts[group]);
            if (legal >= 0 && today >= legal) missed += Waiting[today - legal, group];
            if (alert >= 0 && today >= alert) AtRisk += Waiting[today - alert, group];
            if (today >= _input.TargetDays) TooOld += Waiting[today - _input.TargetDays, group];
        }
        Counts.Missed = missed;
    }

    private static (long Stock, long AtRisk, long TooOld, double Work) StartOf(PlanInput input)
    {
        var (stock, risk, old, work) = (0L, 0L, 0L, 0.0);
        foreach (var line in input.Lines)
            for (var age = 0; age < line.Stock.Length; age++)
            {
                var files = line.Stock[age];
                (stock, work) = (stock + files, work + (files * line.Minutes));
                if (Passed(age, line.AlertAfter ?? -1)) risk += files;
                if (Passed(age, input.TargetDays)) old += files;
            }
        return (stock, risk, old, work);
    }

    private static bool Passed(int age, int limit) => limit >= 0 && age >= limit;

    /// <summary>What waits at the start by day of arrival and group, and the minutes of one of them on average.</summary>
    private static (int[] Files, double[] Each) StockOf(PlanInput input, List<PlanGroup> groups)
    {
        var (files, each) = (new int[input.Past * groups.Count], new double[input.Past * groups.Count]);
        foreach (var line in input.Lines)
            for (var (age, group) = (0, groups.IndexOf(PlanGroup.Of(line))); age < line.Stock.Length; age++)
            {
                var cell = ((input.Past - 1 - age) * groups.Count) + group;
                files[cell] += line.Stock[age];
                each[cell] += line.Stock[age] * line.Minutes;
            }
        for (var cell = 0; cell < files.Length; cell++) each[cell] /= Math.Max(1, files[cell]);
        return (files, each);
    }
}
