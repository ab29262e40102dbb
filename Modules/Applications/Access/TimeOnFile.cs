using Anef.SharedKernel.Calendar;

namespace Anef.Applications.Access;

/// <summary>How long officers worked on a file, as the log of openings tells it.</summary>
internal static class TimeOnFile
{
    /// <summary>Whoever does nothing to a file for that long is taken to have left it [D].</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Up to the signature: from each thing that an officer saw or did to the next of the same day. Null where there is no signature in the log, or nothing before it.</summary>
    /// <param name="lines">Of one file, by officers.</param>
    public static int? Seconds(IReadOnlyList<Line> lines, string zone)
    {
        if (lines.Where(l => l.What == "sign").Select(l => (DateTimeOffset?)l.At).Max() is not { } signed) return null;
        var spent = TimeSpan.Zero;
        foreach (var officer in lines.Where(l => l.At <= signed).GroupBy(l => l.AccountId))
        {
            var instants = officer.Select(l => l.At).Order().ToList();
            foreach (var (from, to) in instants.Zip(instants.Skip(1)))
                if (from.DayIn(zone) == to.DayIn(zone)) spent += to - from < Longest ? to - from : Longest;
        }
        return spent > TimeSpan.Zero ? (int)Math.Ceiling(spent.TotalSeconds) : null;
    }

    /// <summary>A line of the log.</summary>
    internal readonly record struct Line(Guid AccountId, DateTimeOffset At, string What);
}
