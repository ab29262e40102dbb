using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.Accounts.Sessions;
using Anef.Applications.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Retention;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.KeepAccounts;

/// <summary>Every night: accounts that nobody has used for long end, once their holder was told; sign-ins are forgotten at their end.</summary>
/// <remarks>Agents' accounts are their manager's to end. Whoever has a request under way keeps the account, used or not.</remarks>
[Schedule("accounts.keep-accounts", "55 3 * * *")]
internal sealed class KeepAccountsJob(AccountsDb db, IRetention retention, IKeeping keeping, EndingMail mail, SessionBook sessions, TimeProvider clock) : IJob
{
    private const int Batch = 200;

    public async Task Run(CancellationToken ct)
    {
        var today = clock.Today(CivilTime.Paris);
        var rule = retention.Of(Things.Accounts, today);
        var before = rule.KeptSince(today.AddDays(rule.NoticeDays));
        for (var after = Guid.Empty; ;)
        {
            var idle = await db.Accounts.Where(a => a.UsedAt < before && a.Id > after).OrderBy(a => a.Id).Take(Batch).ToListAsync(ct);
            if (idle.Count == 0) break;
            after = idle[^1].Id;
            var kept = await keeping.PeopleToKeep([.. idle.Select(a => a.PersonId).OfType<Guid>()], ct);
            await Look([.. idle.Where(a => !a.IsAgent && !(a.PersonId is { } person && kept.Contains(person)))], rule, today, ct);
        }
        var signIns = retention.Of(Things.SignIns, today);
        var old = signIns.KeptSince(today);
        await db.DestroyAll(signIns, today, db.Journal.Where(l => l.At < old).OrderBy(l => l.Id), ct);
    }

    private async Task Look(List<Account> idle, RetentionRule rule, DateOnly today, CancellationToken ct)
    {
        var told = idle.Where(a => a.EndsOn is null).ToList();
        var due = rule.LastStart(today);
        var gone = idle.Where(a => a.EndsOn <= today && a.UsedAt.DayIn(CivilTime.Paris) <= due).ToList();
        foreach (var account in told) account.Announce(Later(rule.EndsOn(account.UsedAt.DayIn(CivilTime.Paris)), today.AddDays(rule.NoticeDays)));
        var ids = gone.ConvertAll(a => a.Id);
        db.RemoveRange(await db.Externals.Where(e => ids.Contains(e.AccountId)).ToListAsync(ct));
        db.RemoveRange(await db.Journal.Where(l => ids.Contains(l.AccountId)).ToListAsync(ct));
        db.RemoveRange(await db.Codes.Where(c => c.AccountId != null && ids.Contains(c.AccountId.Value)).ToListAsync(ct));
        db.RemoveRange(gone);
        await db.Register(rule, today, gone.Count, ct);
        // Before it is written that they were: told twice is better than never.
        foreach (var account in told) await mail.AccountEnds(account, account.EndsOn!.Value, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        foreach (var id in ids) sessions.Drop(id);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
