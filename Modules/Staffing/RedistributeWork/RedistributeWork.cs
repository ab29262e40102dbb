using Anef.Accounts.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Access;
using Anef.Staffing.Domain;
using Anef.Staffing.ListWork;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.RedistributeWork;

/// <summary>Shares out the files of somebody who is away, by capacity and skills. Foreseen first; then done, each file saying where it went.</summary>
internal sealed class RedistributeWork(WorkDoor door, WorkSharer sharer, Visitor visitor) : IUseCase<RedistributeWork.Request, RedistributeWork.Result>
{
    /// <param name="Foresee">Only says what would go where.</param>
    public sealed record Request(string Prefecture, Guid From, bool Foresee);

    /// <param name="To">Name; null when nobody can take it: it is then for all.</param>
    public sealed record Line(string Number, string? To);

    public sealed record Result(IReadOnlyList<Line> Lines);

    public async Task<Result> Handle(Request request, CancellationToken ct)
    {
        var place = door.Choose(request.Prefecture, Role.TeamManager);
        var shared = await sharer.Share(place.Code, request.From, request.Foresee, ct);
        // A restricted file goes where it goes; its number is told to nobody who may not open it.
        var visible = (await door.Visible([.. shared.Select(s => s.File)], ct)).Select(f => f.Id).ToHashSet();
        return new([.. shared.Select(s => new Line(visible.Contains(s.File.Id) || visitor.Is(Role.Referent) ? s.File.Number : "dossier à accès restreint", s.To?.Name))]);
    }
}

/// <summary>Does the sharing, for a manager and for the night.</summary>
internal sealed class WorkSharer(StaffingDb db, IAccounts accounts, TimeProvider clock)
{
    private const int Most = 2000;

    public async Task<IReadOnlyList<(WorkFile File, Taker? To)>> Share(string prefecture, Guid from, bool foresee, CancellationToken ct)
    {
        var files = await db.Files.Where(f => f.AssignedTo == from && f.Open && f.Prefecture == prefecture && f.Step != Step.WaitingForPerson && f.Step != Step.WaitingForOther).InOrder().Take(Most).ToListAsync(ct);
        var shared = Sharing.Out(files, await Takers(prefecture, from, ct));
        if (foresee) return shared;
        var now = clock.GetUtcNow();
        foreach (var (file, to) in shared) (file.AssignedTo, file.AssignedAt) = (to?.AccountId, to is null ? null : now);
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            throw new RuleBroken("staffing.changed-meanwhile", "Des dossiers ont changé pendant la répartition : rien n'a été réparti. Recommencez.");
        }
        return shared;
    }

    private async Task<IReadOnlyList<Taker>> Takers(string prefecture, Guid from, CancellationToken ct)
    {
        var today = clock.Today(CivilTime.Paris);
        var team = await accounts.Agents(prefecture, [Role.CaseOfficer, Role.Referent], ct);
        var members = await db.Members.AsNoTracking().Where(m => m.Prefecture == prefecture).ToDictionaryAsync(m => m.AccountId, ct);
        var away = await db.Absences.Where(a => a.Prefecture == prefecture && a.From <= today && a.Until >= today).Select(a => a.AccountId).ToListAsync(ct);
        var loads = await KeepTeam.Loads.Of(db, prefecture, ct);
        return [.. team.Where(a => a.AccountId != from && !away.Contains(a.AccountId))
            .Select(a => new Taker(a.AccountId, a.Name, members.GetValueOrDefault(a.AccountId), a.Grants.Any(g => g.Role == Role.Referent && g.Prefecture == prefecture), loads.GetValueOrDefault(a.AccountId)))];
    }
}
