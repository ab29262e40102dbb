namespace Anef.Staffing.Domain.Planning;

/// <summary>What is counted while a run is lived through.</summary>
internal sealed class RunCounts(PlanInput input, int days)
{
    private readonly int[] _ages = new int[days + 1];
    private long _decided;

    /// <summary>Arrived that day.</summary>
    public int In { get; set; }

    /// <summary>Decided that day.</summary>
    public int Out { get; set; }

    /// <summary>Legal dates that passed that day with nothing decided.</summary>
    public int Missed { get; set; }

    /// <summary>Minutes of all that waited at the start.</summary>
    public double StartWork { get; set; }

    /// <summary>Decided since the beginning of what is judged, and those of them that waited for longer than they should.</summary>
    public long Judged { get; private set; }

    public long Late { get; private set; }

    public void Clear()
    {
        ClearAges();
        (In, Out, Missed, Judged, Late) = (0, 0, 0, 0, 0);
    }

    public void Decide(int age, int count)
    {
        Out += count;
        _ages[age] += count;
        _decided += count;
        Judged += count;
        if (age > input.TargetDays) Late += count;
    }

    /// <summary>What is judged begins now.</summary>
    public void Judge() => (Judged, Late) = (0, 0);

    /// <summary>The age by which a share of what was decided since the last look was decided; null when nothing was.</summary>
    public int? Delay(double share)
    {
        var (sum, wanted) = (0L, Math.Ceiling(_decided * share));
        for (var age = 0; _decided > 0 && age < _ages.Length; age++)
            if ((sum += _ages[age]) >= wanted) return age;
        return null;
    }

    public void ClearAges()
    {
        Array.Clear(_ages);
        _decided = 0;
    }
}
