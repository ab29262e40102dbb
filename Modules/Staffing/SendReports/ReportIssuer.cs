using Anef.Accounts.Contracts;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.SendReports;

/// <summary>Settles, once a period, who receives a prefecture's report: its managers, and officers who asked for it.</summary>
internal sealed class ReportIssuer(StaffingDb db, IAccounts accounts, PrefectureCatalog prefectures, TimeProvider clock)
{
    public async Task Issue(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var schedules = await db.ReportSchedules.AsNoTracking().ToDictionaryAsync(s => s.Prefecture, ct);
        var old = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-10);
        var issued = (await db.ReportIssues.AsNoTracking().Where(i => i.To >= old).Select(i => new { i.Prefecture, i.To }).ToListAsync(ct)).Select(i => (i.Prefecture, i.To)).ToHashSet();
        foreach (var prefecture in prefectures.All)
        {
            var schedule = schedules.GetValueOrDefault(prefecture.Code) ?? new();
            var (from, to) = schedule.Latest(now, prefecture.TimeZone);
            if (schedule.Enabled && !issued.Contains((prefecture.Code, to))) await Issue(prefecture.Code, from, to, now, ct);
        }
    }

    private async Task Issue(string prefecture, DateOnly from, DateOnly to, DateTimeOffset now, CancellationToken ct)
    {
        var asked = await db.ReportSubscriptions.Where(s => s.Prefecture == prefecture).Select(s => s.AccountId).ToListAsync(ct);
        var managers = await accounts.Agents(prefecture, [Role.TeamManager], ct);
        var officers = asked.Count == 0 ? [] : (await accounts.Agents(prefecture, [Role.CaseOfficer, Role.Referent], ct)).Where(a => asked.Contains(a.AccountId));
        db.Add(new ReportIssue { Prefecture = prefecture, From = from, To = to, At = now });
        var teams = await TeamsOf(prefecture, ct);
        var leading = managers.Select(m => m.AccountId).ToHashSet();
        db.AddRange(managers.UnionBy(officers, a => a.AccountId).Select(a => new ReportSending
        {
            Prefecture = prefecture, From = from, To = to, AccountId = a.AccountId, Name = a.Name, Team = leading.Contains(a.AccountId) ? null : teams.GetValueOrDefault(a.AccountId),
        }));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Another host has just made it out.
            db.ChangeTracker.Clear();
            if (!await db.ReportIssues.AnyAsync(i => i.Prefecture == prefecture && i.To == to, ct)) throw;
        }
        db.ChangeTracker.Clear();
    }

    /// <summary>The team of each officer, but not one that has no other: its report would be of one person.</summary>
    private async Task<Dictionary<Guid, string>> TeamsOf(string prefecture, CancellationToken ct)
    {
        var spells = await db.TeamSpells.AsNoTracking().Where(t => t.Prefecture == prefecture).ToListAsync(ct);
        var shared = spells.GroupBy(t => t.Team).Where(g => g.Select(t => t.AccountId).Distinct().Skip(1).Any()).Select(g => g.Key).ToHashSet();
        return spells.Where(t => t.UntilDay is null && shared.Contains(t.Team)).ToDictionary(t => t.AccountId, t => t.Team);
    }
}
