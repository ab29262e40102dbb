namespace Anef.Staffing.Domain.Planning;

/// <summary>Files that wait, counted by line and by day of arrival. The next one is of the most urgent class: what is before all others first, then what is due first; within a day, line by line.</summary>
/// <remarks>The event-by-event queue and the plan by day take their work from here. Nothing is allocated once it is made.</remarks>
internal sealed class Backlog
{
    /// <summary>Before all that is merely due; among themselves these too are ordered by their day.</summary>
    public const int BeforeAll = -1_000_000;

    private readonly int _lines;
    private readonly int[] _cells;
    private readonly int[] _start;
    private readonly int[] _due;
    private readonly int[] _head;
    private readonly int[] _class;
    private readonly bool[] _shut;

    /// <param name="dueAfter">Of each line, days from arrival to the day by which it is wanted, with <see cref="BeforeAll"/> added for what goes first. In ascending order.</param>
    /// <param name="days">How many days of arrival there are.</param>
    public Backlog(IReadOnlyList<int> dueAfter, int days) : this([.. dueAfter.Select(due => (due, 0))], days)
    {
    }

    /// <param name="lines">Besides, by whom each is done: lines that are not done by the same are of different classes.</param>
    /// <param name="days">How many days of arrival there are.</param>
    public Backlog(IReadOnlyList<(int DueAfter, int By)> lines, int days)
    {
        _lines = lines.Count;
        _cells = new int[days * _lines];
        var classes = lines.Distinct().ToList();
        if (!lines.SequenceEqual(lines.OrderBy(l => l.DueAfter).ThenBy(l => l.By))) throw new ArgumentException("lines come in the order of their urgency", nameof(lines));
        _due = [.. classes.Select(c => c.DueAfter)];
        _start = [.. classes.Select(c => lines.TakeWhile(l => l != c).Count()), _lines];
        (_head, _shut) = (new int[_due.Length], new bool[_due.Length]);
        _class = [.. lines.Select(line => classes.IndexOf(line))];
    }

    /// <summary>Files of a line that arrived on a day and wait still.</summary>
    public int this[int day, int line] => IsPast(_class[line], day) ? 0 : _cells[(day * _lines) + line];

    /// <summary>Begins anew.</summary>
    /// <param name="waiting">What waits already: the first days.</param>
    /// <param name="coming">What will come: the days after. It waits from its day on.</param>
    public void Begin(ReadOnlySpan<int> waiting, ReadOnlySpan<int> coming)
    {
        waiting.CopyTo(_cells);
        coming.CopyTo(_cells.AsSpan(waiting.Length));
        Array.Clear(_head);
        Open();
    }

    /// <summary>Lines of a day that follow each other.</summary>
    public Span<int> Of(int day, int first, int count) => _cells.AsSpan((day * _lines) + first, count);

    /// <summary>One more, at any moment of the day: its class may have been found empty before.</summary>
    public void Add(int day, int line)
    {
        _cells[(day * _lines) + line]++;
        var mine = _class[line];
        _head[mine] = Math.Min(_head[mine], day);
    }

    /// <summary>The class whose oldest day is wanted first; -1 when every class is past today or shut.</summary>
    public int Urgent(int today)
    {
        var (best, urgent) = (int.MaxValue, -1);
        for (var i = 0; i < _head.Length; i++)
        {
            if (_head[i] > today || _shut[i]) continue;
            var due = _head[i] + _due[i];
            if (due < best) (best, urgent) = (due, i);
        }
        return urgent;
    }

    /// <summary>The day of arrival at which a class stands, and its lines.</summary>
    public (int Day, int First, int Count) At(int urgent) => (_head[urgent], _start[urgent], _start[urgent + 1] - _start[urgent]);

    /// <summary>Nothing is left of the day at which the class stands.</summary>
    public void Leave(int urgent) => _head[urgent]++;

    /// <summary>Whoever does it has no time left: it is passed over until classes are opened again.</summary>
    public void Shut(int ofClass) => _shut[ofClass] = true;

    /// <summary>A new day.</summary>
    public void Open() => Array.Clear(_shut);

    /// <summary>Nothing is left of a class that arrived on a day.</summary>
    public bool IsPast(int ofClass, int day) => _head[ofClass] > day;

    /// <summary>The most urgent cell that is not empty; false when nothing waits.</summary>
    public bool Next(int today, out int day, out int line)
    {
        for (var urgent = Urgent(today); urgent >= 0; urgent = Urgent(today))
        {
            (day, var first, var count) = At(urgent);
            for (line = first; line < first + count; line++)
                if (this[day, line] > 0) return true;
            Leave(urgent);
        }
        (day, line) = (-1, -1);
        return false;
    }

    public void Take(int day, int line, int count) => _cells[(day * _lines) + line] -= count;
}
