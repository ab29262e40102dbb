namespace Anef.Staffing.Domain.Planning;

/// <summary>The queue event by event: somebody arrives, somebody is done. It is what theory has answers for, and by which the plan's order and pace are checked.</summary>
/// <param name="servers">Who serve.</param>
/// <param name="arrivalsPerDay">Of each line, on average; arrivals come at any moment.</param>
/// <param name="dueAfter">As <see cref="Backlog"/> wants it: the order of lines.</param>
/// <param name="service">How long the next service lasts, in days.</param>
internal sealed class EventQueue(int servers, double[] arrivalsPerDay, int[] dueAfter, Func<double> service)
{
    private readonly double[] _areas = new double[arrivalsPerDay.Length];
    private readonly long[] _waiting = new long[arrivalsPerDay.Length];
    private readonly long[] _arrived = new long[arrivalsPerDay.Length];

    /// <summary>Mean wait by line before service begins, in days: how many wait on average, over how many arrive (Little).</summary>
    public double[] MeanWaits(int days, int warmUp, Chance chance)
    {
        var backlog = new Backlog(dueAfter, days + 1);
        var busyUntil = new PriorityQueue<int, double>(servers);
        var total = arrivalsPerDay.Sum();
        var (now, free, next) = (0.0, servers, chance.Exponential(1 / total));
        while (next < days || busyUntil.Count > 0)
        {
            var arrival = !busyUntil.TryPeek(out _, out var done) || next <= done;
            if (arrival && next >= days) break;
            var then = arrival ? next : done;
            Pass(now, then, warmUp);
            now = then;
            if (arrival)
            {
                Arrive(backlog, (int)now, Line(chance.Next() * total), now >= warmUp);
                next = now + chance.Exponential(1 / total);
            }
            else
            {
                busyUntil.Dequeue();
                free++;
            }
            for (; free > 0 && backlog.Next((int)now, out var day, out var line); free--)
            {
                backlog.Take(day, line, 1);
                _waiting[line]--;
                busyUntil.Enqueue(line, now + service());
            }
        }
        return [.. _areas.Select((area, line) => area / _arrived[line])];
    }

    private void Arrive(Backlog backlog, int day, int line, bool counted)
    {
        backlog.Add(day, line);
        _waiting[line]++;
        if (counted) _arrived[line]++;
    }

    private void Pass(double from, double to, int warmUp)
    {
        if (to <= warmUp) return;
        for (var line = 0; line < _areas.Length; line++) _areas[line] += _waiting[line] * (to - Math.Max(from, warmUp));
    }

    private int Line(double draw)
    {
        var line = 0;
        while (line < arrivalsPerDay.Length - 1 && draw >= arrivalsPerDay[line]) draw -= arrivalsPerDay[line++];
        return line;
    }
}
