using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;

namespace Anef.Host.Rehearse;

/// <summary>The time zones of a rehearsal, and the instants at which a day begins in one of them.</summary>
internal sealed class Agenda
{
    public Agenda(RehearsalFile file, PrefectureCatalog prefectures)
    {
        Zones = [.. file.Prefectures.Select(p => prefectures.Find(p.Value)?.TimeZone).OfType<string>().Append(prefectures.Find(file.Prefecture.Value)?.TimeZone ?? CivilTime.Paris).Distinct().Order(StringComparer.Ordinal)];
        Days = [.. Zones.SelectMany(zone => Midnights(zone, file.Start, file.Until)).GroupBy(m => m.At, m => m.Zone).OrderBy(g => g.Key).Select(g => new DayBreak(g.Key, [.. g]))];
    }

    /// <summary>Zones of the departments that the file names.</summary>
    public IReadOnlyList<string> Zones { get; }

    /// <summary>After the start and up to the end, in order.</summary>
    public IReadOnlyList<DayBreak> Days { get; }

    private static IEnumerable<(DateTimeOffset At, string Zone)> Midnights(string zone, DateTimeOffset start, DateTimeOffset until)
    {
        for (var day = start.DayIn(zone).AddDays(1); CivilTime.StartOf(day, zone) <= until; day = day.AddDays(1))
            yield return (CivilTime.StartOf(day, zone).ToUniversalTime(), zone);
    }
}

/// <summary>The first instant of a civil day, and the zones where it is.</summary>
internal sealed record DayBreak(DateTimeOffset At, IReadOnlyList<string> Zones);
