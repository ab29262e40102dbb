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

    /// <param name="dueAfter">Of each line, days from arrival to the day by which it is wanted, with <see cref="BeforeAll"/> added for what goes first. In ascending order.</param>
    /// <param name="days">How many days of arrival there are.</param>
    public Backlog(IReadOnlyList<int> dueAfter, int days)
    {
        _lines = dueAfter.Count;
        _cells = new int[days * _lines];
        _due = [.. dueAfter.Distinct()];
        if (!_due.SequenceEqual(_due.Order())) throw new ArgumentException("lines come in the order of their urgency", nameof(dueAfter));
        _start = [.. _due.Select(due => dueAfter.TakeWhile(d => d != due).Count()), _lines];
        _head = new int[_due.Length];
        _class = [.. dueAfter.Select(due => Array.IndexOf(_due, due))];
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

    /// <summary>The class whose oldest day is wanted first; -1 when every class is past today.</summary>
    public int Urgent(int today)
    {
        var (best, urgent) = (int.MaxValue, -1);
        for (var i = 0; i < _head.Length; i++)
        {
            if (_head[i] > today) continue;
            var due = _head[i] + _due[i];
            if (due < best) (best, urgent) = (due, i);
        }
        return urgent;
    }

    /// <summary>The day of arrival at which a class stands, and its lines.</summary>
    public (int Day, int First, int Count) At(int urgent) => (_head[urgent], _start[urgent], _start[urgent + 1] - _start[urgent]);

    /// <summary>Nothing is left of the day at which the class stands.</summary>
    public void Leave(int urgent) => _head[urgent]++;

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
