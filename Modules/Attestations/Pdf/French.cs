using System.Globalization;
using Anef.SharedKernel.Calendar;

namespace Anef.Attestations.Pdf;

/// <summary>Days and instants in French words.</summary>
internal static class French
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>« 1er janvier 2027 ».</summary>
    public static string Words(this DateOnly day) => day.ToString(day.Day == 1 ? "d'er' MMMM yyyy" : "d MMMM yyyy", Culture).Replace(' ', '\u00A0');

    /// <summary>« 1er janvier 2027 à 02:00 (UTC+01:00) ».</summary>
    public static string Words(this DateTimeOffset instant, string zone)
    {
        var local = instant.In(zone);
        return $"{DateOnly.FromDateTime(local.DateTime).Words()} à {local.ToString("HH:mm '(UTC'zzz')'", CultureInfo.InvariantCulture)}";
    }

    /// <summary>« du … au … inclus », « à partir du … ».</summary>
    public static string Words(DateOnly from, DateOnly? until) =>
        until is { } last ? $"du {from.Words()} au {last.Words()} inclus" : $"à partir du {from.Words()}";
}
