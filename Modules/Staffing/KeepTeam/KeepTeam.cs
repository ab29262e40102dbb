using Anef.Accounts.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Access;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.KeepTeam;

/// <summary>Writes down what an officer can take: team, capacity, share of a post, procedures, languages.</summary>
internal sealed class KeepMember(StaffingDb db, WorkDoor door, IAccounts accounts, TimeProvider clock) : IUseCase<KeepMember.Request, Done>
{
    public sealed record Request(string Prefecture, Guid AccountId, string? Team, int Capacity, int Share, IReadOnlyList<string> Procedures, IReadOnlyList<string> Languages);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var place = door.Choose(request.Prefecture, Role.TeamManager);
        var account = (await accounts.Agents(place.Code, WorkDoor.Officers, ct)).FirstOrDefault(a => a.AccountId == request.AccountId) ?? throw new NotFound("cet agent");
        var member = await db.Members.SingleOrDefaultAsync(m => m.AccountId == account.AccountId && m.Prefecture == place.Code, ct);
        if (member is null) db.Add(member = new TeamMember { AccountId = account.AccountId, Prefecture = place.Code });
        member.Name = account.Name;
        member.Set(request.Team, request.Capacity, request.Share, request.Procedures, request.Languages);
        await KeepSpell(member, clock.Today(place.TimeZone).DayNumber, ct);
        await db.SaveChangesAsync(ct);
        return default;
    }

    /// <summary>What an officer did in a team stays that team's: reports ask who was in it then.</summary>
    private async Task KeepSpell(TeamMember member, int today, CancellationToken ct)
    {
        var spells = await db.TeamSpells.Where(t => t.AccountId == member.AccountId && t.Prefecture == member.Prefecture).OrderBy(t => t.FromDay).ToListAsync(ct);
        if (spells.LastOrDefault(t => t.UntilDay is null) is { } now)
        {
            if (now.Team == member.Team) return;
            if (now.FromDay == today && member.Team is { } corrected)
            {
                now.Team = corrected;
                return;
            }
            if (now.FromDay == today) db.Remove(now);
            else now.UntilDay = today - 1;
        }
        if (member.Team is { } team) db.Add(new TeamSpell { AccountId = member.AccountId, Prefecture = member.Prefecture, Team = team, FromDay = spells.Count == 0 ? 0 : today });
    }
}

/// <summary>Writes down days on which an officer is away, or strikes them out.</summary>
internal sealed class KeepAbsence(StaffingDb db, WorkDoor door, IAccounts accounts, Visitor visitor) : IUseCase<KeepAbsence.Request, Done>
{
    private const int LongestDays = 1100;

    /// <param name="Strike">An absence to strike out; the rest is then not looked at.</param>
    public sealed record Request(string Prefecture, Guid AccountId, DateOnly? From, DateOnly? Until, Guid? Strike = null);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var place = door.Choose(request.Prefecture, Role.TeamManager);
        if (request.Strike is { } absence)
        {
            await db.Absences.Where(a => a.Id == absence && a.Prefecture == place.Code).ExecuteDeleteAsync(ct);
            return default;
        }
        if (request.From is not { } from || request.Until is not { } until) throw new RuleBroken("staffing.absence-days", "Dites du premier au dernier jour d'absence.");
        if (until < from || until.DayNumber - from.DayNumber > LongestDays) throw new RuleBroken("staffing.absence-order", "Le dernier jour d'absence vient après le premier, et trois ans après au plus.");
        var account = (await accounts.Agents(place.Code, WorkDoor.Officers, ct)).FirstOrDefault(a => a.AccountId == request.AccountId) ?? throw new NotFound("cet agent");
        db.Add(new Absence { AccountId = account.AccountId, Prefecture = place.Code, From = from, Until = until, By = visitor.Name });
        await db.SaveChangesAsync(ct);
        return default;
    }
}

/// <summary>The people of a prefecture, by name: what each can take, has to act upon, and when they are away. In order of names, never of figures.</summary>
internal sealed class ReadTeam(StaffingDb db, WorkDoor door, IAccounts accounts) : IUseCase<ReadTeam.Request, IReadOnlyList<ReadTeam.Row>>
{
    public sealed record Request(string Prefecture, DateOnly Today);

    /// <param name="ToAct">Files that are theirs and wait for them.</param>
    public sealed record Row(AccountFacts Account, TeamMember? Member, int ToAct, IReadOnlyList<Absence> Absences, bool Away);

    public async Task<IReadOnlyList<Row>> Handle(Request request, CancellationToken ct)
    {
        var place = door.Choose(request.Prefecture, Role.TeamManager);
        var team = await accounts.Agents(place.Code, WorkDoor.Officers, ct);
        var members = await db.Members.AsNoTracking().Where(m => m.Prefecture == place.Code).ToDictionaryAsync(m => m.AccountId, ct);
        var absences = (await db.Absences.AsNoTracking().Where(a => a.Prefecture == place.Code && a.Until >= request.Today).OrderBy(a => a.From).ToListAsync(ct)).ToLookup(a => a.AccountId);
        var held = await Loads.Of(db, place.Code, ct);
        return [.. team.Select(a => new Row(a, members.GetValueOrDefault(a.AccountId), held.GetValueOrDefault(a.AccountId), [.. absences[a.AccountId]], absences[a.AccountId].Any(x => x.From <= request.Today)))];
    }
}

/// <summary>How many files each officer has to act upon.</summary>
internal static class Loads
{
    public static Task<Dictionary<Guid, int>> Of(StaffingDb db, string prefecture, CancellationToken ct) => db.Files
        .Where(f => f.Prefecture == prefecture && f.Open && f.AssignedTo != null && f.Step != Step.WaitingForPerson && f.Step != Step.WaitingForOther)
        .GroupBy(f => f.AssignedTo!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
}
