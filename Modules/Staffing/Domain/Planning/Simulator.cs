using System.Collections.Concurrent;

namespace Anef.Staffing.Domain.Planning;

/// <summary>Lets one staff after the other meet the same futures.</summary>
/// <param name="cores">How many processors it may use; the result does not depend on it.</param>
internal sealed class Simulator(PlanInput input, int cores = 1)
{
    private readonly Future _future = new(input, cores);
    private readonly ConcurrentBag<PlanRun> _runs = [];

    /// <summary>What a staff leads to, month by month.</summary>
    public PlanOutcome Of(double staff)
    {
        var table = new RunTable(input);
        Parallel.For(0, input.Runs, new() { MaxDegreeOfParallelism = cores }, run =>
        {
            var state = Borrow();
            state.Begin(run);
            var period = 0;
            for (var day = 0; day < input.Days; day++)
            {
                state.Live(day, staff);
                table.Note(run, period, day, state);
                if (day + 1 == input.Periods[period].FirstDay + input.Periods[period].Days) table.Close(run, period++, state);
            }
            _runs.Add(state);
        });
        return table.Outcome(staff);
    }

    /// <summary>Whether a staff is enough, with 95 % probability.</summary>
    public bool Holds(double staff, PlanTarget target) => Judge([.. Enumerable.Range(0, input.Runs)], staff, target).Count(good => !good) <= input.Runs / 20;

    /// <summary>In which of some runs a staff is enough.</summary>
    public bool[] Judge(IReadOnlyList<int> runs, double staff, PlanTarget target)
    {
        var good = new bool[runs.Count];
        Parallel.For(0, runs.Count, new() { MaxDegreeOfParallelism = cores }, i =>
        {
            var state = Borrow();
            good[i] = Succeeds(state, runs[i], staff, target);
            _runs.Add(state);
        });
        return good;
    }

    private bool Succeeds(PlanRun state, int run, double staff, PlanTarget target)
    {
        state.Begin(run);
        for (var day = 0; day < input.Days; day++)
        {
            state.Live(day, staff);
            if (day == input.CatchUpDays) state.Counts.Judge();
            if (day < input.CatchUpDays || target == PlanTarget.TargetDelay) continue;
            if (state.Counts.Missed > 0) return false;
            if (target == PlanTarget.NoLegalDateMissedNorRightAtRisk && state.AtRisk > 0) return false;
        }
        if (target == PlanTarget.TargetDelay && (state.Counts.Late + state.TooOld) * 5 > state.Counts.Judged + state.TooOld) return false;
        return state.Work <= Math.Max(state.Counts.StartWork, LastTwelfth(run));
    }

    /// <summary>Minutes of what arrived in the last twelfth of the plan.</summary>
    private double LastTwelfth(int run)
    {
        var work = 0.0;
        for (var day = input.Days - (input.Days / 12); day < input.Days; day++) work += _future.Days(run)[day].Work;
        return work;
    }

    private PlanRun Borrow() => _runs.TryTake(out var run) ? run : new PlanRun(input, _future);
}
