using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.ReportWorkload;

/// <summary>Sites and teams of a prefecture: what a report may be about.</summary>
internal sealed class Parts(StaffingDb db, Prefecture? place, CancellationToken ct)
{
    /// <exception cref="RuleBroken">There is no such site or team, or the team is one person.</exception>
    public async Task Check(Span span)
    {
        if (span.Site is { } site && !await db.Stays.AnyAsync(s => span.Prefectures.Contains(s.Prefecture) && s.Site == site, ct))
            throw new RuleBroken("staffing.unknown-site", $"Le site « {site} » n'est pas connu{Where} : {Listed(await Sites(), "aucune demande n'y a de site, laissez le site vide")}.");
        if (span.Team is null) return;
        if (place is null) throw new RuleBroken("staffing.team-nowhere", "Une équipe est celle d'une préfecture : donnez aussi la préfecture.");
        var officers = await db.TeamSpells.Where(t => t.Prefecture == place.Code && t.Team == span.Team).Select(t => t.AccountId).Distinct().CountAsync(ct);
        if (officers == 0)
            throw new RuleBroken("staffing.unknown-team", $"L'équipe « {span.Team} » n'est pas connue{Where} : {Listed(await Teams(), "aucune équipe n'y est déclarée, un responsable en déclare sur la page « Charge »")}.");
        if (officers == 1)
            throw new RuleBroken("staffing.team-of-one", $"L'équipe « {span.Team} » n'a qu'un agent, dont ce seraient les chiffres : demandez la préfecture entière.");
    }

    /// <summary>In alphabetical order.</summary>
    public async Task<IReadOnlyList<string>> Teams() =>
        place is null ? [] : await db.TeamSpells.Where(t => t.Prefecture == place.Code).Select(t => t.Team).Distinct().OrderBy(t => t).ToListAsync(ct);

    private async Task<IReadOnlyList<string>> Sites()
    {
        var stays = db.Stays.Where(s => s.Site != null);
        return await (place is null ? stays : stays.Where(s => s.Prefecture == place.Code)).Select(s => s.Site!).Distinct().OrderBy(s => s).ToListAsync(ct);
    }

    private string Where => place is null ? "" : $" ({place.Name})";

    private static string Listed(IReadOnlyList<string> known, string none) => known.Count == 0 ? none : $"choisissez parmi {string.Join(", ", known)}";
}
