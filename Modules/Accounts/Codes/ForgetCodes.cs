using Anef.Accounts.Persistence;
using Anef.SharedKernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.Codes;

/// <summary>Codes that are over, and attempts that no longer count, are forgotten.</summary>
[Schedule("accounts.forget-codes", "25 * * * *")]
internal sealed class ForgetCodes(AccountsDb db, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task Run(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Kept;
        await db.Codes.Where(c => c.ExpiresAt < before || c.UsedAt < before).ExecuteDeleteAsync(ct);
        await db.Attempts.Where(a => a.At < before).ExecuteDeleteAsync(ct);
    }
}
