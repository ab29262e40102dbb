using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Plan = Anef.Staffing.PlanStaffing.PlanStaffing;

namespace Anef.Staffing.ShowPlan;

/// <summary>What somebody supposes, as the page asks it. It is all in the address: a plan that is not kept is shared by its link.</summary>
internal sealed class PlanForm
{
    [FromQuery(Name = "mois")] public int Months { get; set; } = 12;

    [FromQuery(Name = "croissance")] public string? Growth { get; set; }

    [FromQuery(Name = "absences")] public string? Absence { get; set; }

    [FromQuery(Name = "effectif")] public string? Staff { get; set; }

    [FromQuery(Name = "delai")] public string? Target { get; set; }

    [FromQuery(Name = "demandes")] public string? Inflow { get; set; }

    [FromQuery(Name = "demarche")] public string? Procedure { get; set; }

    [FromQuery(Name = "minutes")] public string? Minutes { get; set; }

    [FromQuery(Name = "enligne")] public DateOnly? OnlineFrom { get; set; }

    /// <summary>Full-time equivalents that the other prefecture lends.</summary>
    [FromQuery(Name = "entraide")] public string? Aid { get; set; }

    /// <summary>Everybody has learned everything.</summary>
    [FromQuery(Name = "formes")] public bool AllSkilled { get; set; }

    [FromQuery(Name = "aupres")] public string? Helper { get; set; }

    public Plan.Request For(string prefecture) => new(prefecture, Months, [.. Supposed()]);

    /// <summary>The prefecture that lends: what it is left with.</summary>
    public Plan.Request? ForHelper() => string.IsNullOrWhiteSpace(Helper) || string.IsNullOrWhiteSpace(Aid) ? null : new(Helper, Months, [$"aid={(Aid.Trim().StartsWith('-') ? Aid.Trim()[1..] : $"-{Aid.Trim()}")}"]);

    private IEnumerable<string> Supposed()
    {
        (string Key, string? Value)[] fields =
        [
            ("growth", Growth), ("absence", Absence), ("staff", Staff), ("target", Target), ("inflow", Inflow), ("aid", Aid), ("skills", AllSkilled ? "0" : null),
            ($"minutes.{Procedure}", Minutes), ($"online.{Procedure}", OnlineFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ];
        return fields.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => $"{f.Key}={f.Value!.Trim()}");
    }
}
