namespace Anef.Staffing.Domain.Planning;

/// <summary>One version of the future met by one staff, day by day. Used again for the next: nothing is allocated on the way.</summary>
internal sealed class PlanRun
{
    private readonly PlanInput _input;
    private readonly Future _future;
    private readonly int _past;
    private readonly int[] _waiting;
    private readonly int[] _alerts;
    private readonly double[] _minutes, _laterMinutes;
    private readonly int[] _laterFrom;
    private readonly Group[] _groups;
    private readonly Bundle[] _stock;
    private readonly bool[] _begun;
    private readonly (long Stock, long AtRisk, long TooOld, double Work) _start;
    private int _run;
    private double _credit;

    public PlanRun(PlanInput input, Future future)
    {
        (_input, _future, _past) = (input, future, input.Past);
        Waiting = new([.. input.Lines.Select(l => l.Order)], _past + input.Days);
        Counts = new(input, _past + input.Days);
        _waiting = WaitingOf(input, _past);
        _alerts = [.. input.Lines.Select(l => l.AlertAfter ?? -1)];
        (_minutes, _laterMinutes, _laterFrom) = ([.. input.Lines.Select(l => l.Minutes)], [.. input.Lines.Select(l => l.LaterMinutes)], [.. input.Lines.Select(l => l.LaterFrom)]);
        _groups = [.. Groups(input.Lines)];
        (_stock, _start, _begun) = (StockOf(input, future.ClassCount), StartOf(input), new bool[future.ClassCount]);
    }

    /// <summary>By day of arrival, counted from the oldest file's; days to come are there too.</summary>
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
        Waiting.Begin(_waiting, _future.Arrivals(run));
        Counts.Clear();
        Array.Clear(_begun);
        (Stock, AtRisk, TooOld, Work) = _start;
        _credit = 0;
        Counts.StartWork = Work;
    }

    /// <summary>Lives through a day. What the day held is in <see cref="Counts"/> afterwards.</summary>
    public void Live(int day, double staff)
    {
        var eve = _future.On(_run, day);
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
        for (var urgent = Waiting.Urgent(today); urgent >= 0; urgent = Waiting.Urgent(today))
        {
            var (since, first, count) = Waiting.At(urgent);
            if (!FinishAll(urgent, since, first, today) && !Finish(urgent, Waiting.Of(since, first, count), first, since, today)) return;
            Waiting.Leave(urgent);
            _begun[urgent] = false;
        }
        _credit = 0;
    }

    /// <summary>A day's files at once, where there is time for all of them and none has been done yet: what would be done one line after the other.</summary>
    private bool FinishAll(int ofClass, int since, int first, int today)
    {
        var files = since < _past ? _stock[(since * _begun.Length) + ofClass] : _future.Of(_run, since - _past, ofClass);
        if (_begun[ofClass] || files.Work > _credit) return false;
        _credit -= files.Work;
        Work -= files.Work;
        if (files.Files > 0) Decide(first, today - since, files.Files);
        return true;
    }

    /// <summary>Whether all of a day's files are done. One that has been begun is finished another day: what is left of this one counts for it.</summary>
    private bool Finish(int ofClass, Span<int> files, int first, int since, int today)
    {
        _begun[ofClass] = true;
        for (var i = 0; i < files.Length; i++)
        {
            if (files[i] == 0) continue;
            var line = first + i;
            var each = since - _past >= _laterFrom[line] ? _laterMinutes[line] : _minutes[line];
            var done = (int)Math.Min(files[i], _credit / each);
            _credit -= done * each;
            Work -= done * each;
            files[i] -= done;
            Decide(line, today - since, done);
            if (files[i] > 0) return false;
        }
        return true;
    }

    private void Decide(int line, int age, int count)
    {
        Stock -= count;
        Counts.Decide(age, count);
        if (Passed(age - 1, _alerts[line])) AtRisk -= count;
        if (age > _input.TargetDays) TooOld -= count;
    }

    /// <summary>The evening: who has waited until a day that matters.</summary>
    private void Close(int today)
    {
        var missed = 0;
        foreach (var (first, count, legal, alert) in _groups)
        {
            if (legal >= 0 && today >= legal) missed += Waiting.Sum(today - legal, first, count);
            if (alert >= 0 && today >= alert) AtRisk += Waiting.Sum(today - alert, first, count);
        }
        if (today >= _input.TargetDays)
            foreach (var (first, count, _, _) in _groups) TooOld += Waiting.Sum(today - _input.TargetDays, first, count);
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

    private static Bundle[] StockOf(PlanInput input, int classes)
    {
        var bundles = new Bundle[input.Past * classes];
        var ofLine = input.Classes;
        for (var line = 0; line < input.Lines.Count; line++)
            for (var age = 0; age < input.Lines[line].Stock.Length; age++)
                bundles[((input.Past - 1 - age) * classes) + ofLine[line]].Add(input.Lines[line].Stock[age], input.Lines[line].Stock[age] * input.Lines[line].Minutes);
        return bundles;
    }

    private static bool Passed(int age, int limit) => limit >= 0 && age >= limit;

    private static int[] WaitingOf(PlanInput input, int past)
    {
        var cells = new int[past * input.Lines.Count];
        for (var line = 0; line < input.Lines.Count; line++)
            for (var age = 0; age < input.Lines[line].Stock.Length; age++)
                cells[((past - 1 - age) * input.Lines.Count) + line] = input.Lines[line].Stock[age];
        return cells;
    }

    /// <summary>Lines that follow each other and have the same days.</summary>
    private static IEnumerable<Group> Groups(IReadOnlyList<PlanLine> lines)
    {
        var first = 0;
        for (var line = 1; line <= lines.Count; line++)
        {
            if (line < lines.Count && (lines[line].LegalAfter, lines[line].AlertAfter) == (lines[first].LegalAfter, lines[first].AlertAfter)) continue;
            yield return new(first, line - first, lines[first].LegalAfter ?? -1, lines[first].AlertAfter ?? -1);
            first = line;
        }
    }

    private readonly record struct Group(int First, int Count, int Legal, int Alert);
}
