using System.Globalization;
using System.Net;
using Anef.Accounts.Contracts;
using Anef.Notifications.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Anef.Staffing.PlanStaffing;
using Microsoft.EntityFrameworkCore;
using Plan = Anef.Staffing.PlanStaffing.PlanStaffing;

namespace Anef.Staffing.WatchNeed;

/// <summary>Every week, prefecture by prefecture: whether those who are there are enough for the next quarter. Managers and the ministry are told when they are not.</summary>
/// <remarks>Each is looked at once a week, whenever the job runs: a program that starts again works out nothing twice.</remarks>
[Schedule("staffing.watch-need", "40 4 * * 1")]
internal sealed class WatchNeedJob(StaffingDb db, IUseCase<Plan.Request, PlanReport> plan, IAccounts accounts, PrefectureCatalog prefectures, TimeProvider clock) : IJob
{
    private const int Quarter = 3;
    private const int Week = 7;

    public async Task Run(CancellationToken ct)
    {
        var lately = clock.Today(CivilTime.Paris).AddDays(1 - Week);
        var seen = await db.Needs.Where(n => n.On >= lately).Select(n => n.Prefecture).ToListAsync(ct);
        var busy = await db.Stays.Select(s => s.Prefecture).Distinct().ToListAsync(ct);
        if (busy.Except(seen).FirstOrDefault() is null) return;
        var ministry = await accounts.OfTheCountry(Role.Ministry, ct);
        foreach (var place in prefectures.All.Where(p => busy.Contains(p.Code) && !seen.Contains(p.Code)).OrderBy(p => p.Code, StringComparer.Ordinal))
        {
            await Look(place, ministry, ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task Look(Prefecture place, IReadOnlyList<AccountFacts> ministry, CancellationToken ct)
    {
        if (await Foresee(place.Code, ct) is not { } report || report.FteNeeded["noLegalDateMissedNorRightAtRisk"] is not { } need) return;
        var watch = await db.Needs.SingleOrDefaultAsync(n => n.Prefecture == place.Code, ct);
        if (watch is null) db.Add(watch = new NeedWatch { Prefecture = place.Code });
        if (watch.Find(clock.Today(CivilTime.Paris), report.Staff, need))
            foreach (var agent in (await accounts.Agents(place.Code, [Role.TeamManager], ct)).Concat(ministry).DistinctBy(a => a.AccountId))
                if (agent.Email is { } address) db.Publish(Write(place, watch, report, agent.Name, address));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Null where nothing is known to plan for.</summary>
    private async Task<PlanReport?> Foresee(string prefecture, CancellationToken ct)
    {
        try
        {
            return await plan.Handle(new(prefecture, Quarter, [], Environment.ProcessorCount), ct);
        }
        catch (RuleBroken refusal) when (refusal.Code == "staffing.nothing-to-plan")
        {
            return null;
        }
    }

    private static OrganisationMail Write(Prefecture place, NeedWatch watch, PlanReport report, string name, string address)
    {
        var french = CultureInfo.GetCultureInfo("fr-FR");
        string[] lines =
        [
            string.Create(french, $"Préfecture {place.Code} {place.Name} : {watch.Staff:0.#} équivalents temps plein sont présents, il en faut {watch.Need:0.#} d'ici au {report.Until:dd/MM/yyyy} pour qu'aucune date légale ne soit manquée et qu'aucun droit ne soit en danger, avec 95 % de probabilité."),
            report.Confidence,
            "La page « Plan d'effectifs » montre les mois à venir, et ce que changerait une personne de plus ou une entraide.",
        ];
        return new()
        {
            MailId = Guid.CreateVersion7(),
            From = place.MailFrom,
            FromName = $"Préfecture – {place.Name}",
            To = address,
            ToName = name,
            Subject = $"Effectif insuffisant pour le prochain trimestre – {place.Name}",
            Text = string.Join("\n\n", lines) + "\n",
            Html = string.Concat(lines.Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>")),
        };
    }
}
