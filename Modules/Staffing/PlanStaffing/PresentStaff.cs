using Anef.Accounts.Contracts;
using Anef.SharedKernel.Security;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.PlanStaffing;

/// <summary>Who is there to decide, in full-time equivalents, and how that is known.</summary>
internal sealed class PresentStaff(StaffingDb db, IAccounts accounts)
{
    private const double WorkingDaysOfAYear = 251;

    /// <param name="days">Known absences within that many days are taken off.</param>
    public async Task<Workforce> Of(string prefecture, DateOnly from, int days, PlaceHistory history, Effort effort, CancellationToken ct)
    {
        var agents = (await accounts.Agents(prefecture, [Role.CaseOfficer, Role.Referent], ct)).Select(a => a.AccountId).Distinct().ToList();
        if (agents.Count == 0) return Implied(history, effort);
        var members = await db.Members.AsNoTracking().Where(m => m.Prefecture == prefecture).ToDictionaryAsync(m => m.AccountId, ct);
        var until = from.AddDays(days - 1);
        var absences = await db.Absences.AsNoTracking().Where(a => a.Prefecture == prefecture && a.Until >= from && a.From <= until).OrderBy(a => a.From).ToListAsync(ct);
        var away = absences.ToLookup(a => a.AccountId, a => Math.Min(a.Until.DayNumber, until.DayNumber) - Math.Max(a.From.DayNumber, from.DayNumber) + 1);
        var skilled = agents.Select(agent => new Skilled((members.GetValueOrDefault(agent)?.Share ?? 100) / 100.0 * Math.Max(0, 1 - (away[agent].Sum() / (double)days)), members.GetValueOrDefault(agent)?.Procedures ?? [])).ToList();
        return new(Math.Round(skilled.Sum(s => s.Staff), 1), "d'après les comptes d'agents, leurs quotités et les absences annoncées", new(skilled));
    }

    /// <summary>Nobody is known: those whom the decisions of the last year have taken.</summary>
    private static Workforce Implied(PlaceHistory history, Effort effort)
    {
        var each = new FileMinutes(history, effort);
        var person = effort.Person;
        var minutes = (WorkingDaysOfAYear - person.LeaveDays) * (1 - (person.Absence / 100)) * person.HoursPerDay * 60 * Math.Min(1, history.Days / 365.0);
        var staff = minutes > 0 ? history.LeftInAYear.Sum(left => left.Value * each.Known(left.Key).Minutes) / minutes : 0;
        return new(Math.Round(staff, 1), "déduit des dossiers sortis en un an, aucun compte d'agent n'étant connu", new([]));
    }

    /// <param name="Staff">Full-time equivalents.</param>
    internal sealed record Workforce(double Staff, string How, Skills Skills);
}
