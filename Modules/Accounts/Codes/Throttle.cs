using System.Security.Cryptography;
using System.Text;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.Codes;

/// <summary>Counts in the database what may not be tried often, whichever host it is tried on.</summary>
internal sealed class Throttle(AccountsDb db, TimeProvider clock)
{
    /// <summary>Counts one attempt; false when there were too many.</summary>
    /// <param name="what">Kind of attempt.</param>
    /// <param name="whom">On whom: a number, an address, an account.</param>
    public async Task<bool> Allows(string what, string whom, int most, TimeSpan within, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var attempt = new Attempt { Key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{what}|{whom}"))), At = now };
        db.Add(attempt);
        await db.SaveChangesAsync(ct);
        // Written before it is counted: of many at once, no more than allowed find room.
        var since = now - within;
        if (await db.Attempts.CountAsync(a => a.Key == attempt.Key && a.At > since, ct) <= most) return true;
        // Whoever goes on trying does not keep the door shut for ever.
        await db.Attempts.Where(a => a.Id == attempt.Id).ExecuteDeleteAsync(ct);
        db.Entry(attempt).State = EntityState.Detached;
        return false;
    }
}
