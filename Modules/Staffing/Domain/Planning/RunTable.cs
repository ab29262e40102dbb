namespace Anef.Staffing.Domain.Planning;

/// <summary>What each run came to in each period. Runs write in rows of their own.</summary>
internal sealed class RunTable
{
    private readonly PlanInput _input;
    private readonly double[,][] _values;
    private readonly double[] _gone;

    public RunTable(PlanInput input)
    {
        _input = input;
        _gone = new double[input.Runs];
        _values = new double[input.Periods.Count, Enum.GetValues<Column>().Length][];
        for (var period = 0; period < input.Periods.Count; period++)
            foreach (var column in Enum.GetValues<Column>())
                _values[period, (int)column] = new double[input.Runs];
    }

    private enum Column { Stock, Risk, Missed, In, Out, Delay, Delay80 }

    public void Note(int run, int period, int day, PlanRun state)
    {
        Of(period, Column.Risk)[run] += state.AtRisk;
        Of(period, Column.Missed)[run] += state.Counts.Missed;
        Of(period, Column.In)[run] += state.Counts.In;
        Of(period, Column.Out)[run] += state.Counts.Out;
        if (state.TooOld > 0) _gone[run] = day + 1;
    }

    /// <summary>The period's last evening.</summary>
    public void Close(int run, int period, PlanRun state)
    {
        Of(period, Column.Stock)[run] = state.Stock;
        Of(period, Column.Delay)[run] = state.Counts.Delay(0.5) ?? 0;
        Of(period, Column.Delay80)[run] = state.Counts.Delay(0.8) ?? 0;
        state.Counts.ClearAges();
    }

    public PlanOutcome Outcome(double staff)
    {
        var months = _input.Periods.Select((period, index) => (period, index)).Where(p => p.period.Reported).Select(p => new PlanMonth(p.period.Month, Band(p.index, Column.Stock), Band(p.index, Column.Risk),
            Band(p.index, Column.Missed), Band(p.index, Column.In), Band(p.index, Column.Out), Band(p.index, Column.Delay), Band(p.index, Column.Delay80)));
        var gone = Planning.Band.Of(_gone).P50;
        return new(staff, [.. months], gone >= _input.Days ? null : _input.From.AddDays((int)gone));
    }

    private double[] Of(int period, Column column) => _values[period, (int)column];

    private Band Band(int period, Column column) => Planning.Band.Of(Of(period, column));
}
