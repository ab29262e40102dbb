using System.Collections.Concurrent;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Accounts.Sessions;

/// <summary>What sessions are compared with at each request: the account as it was at most thirty seconds ago.</summary>
internal sealed class SessionBook(IServiceScopeFactory scopes, TimeProvider clock)
{
    public static readonly TimeSpan Believed = TimeSpan.FromSeconds(30);
    private const int Most = 50_000;
    private readonly ConcurrentDictionary<Guid, Entry> _entries = new();
    private long _drops;

    /// <summary>The account; null when it is gone or closed.</summary>
    public async ValueTask<SessionAccount?> Find(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_entries.TryGetValue(id, out var known) && now - known.ReadAt < Believed) return known.Account;
        var drops = Interlocked.Read(ref _drops);
        var account = await Read(id, ct);
        if (_entries.Count >= Most) _entries.Clear();
        // What was dropped while it was read may have been read too early.
        if (Interlocked.Read(ref _drops) == drops) _entries[id] = new(account, now);
        return account;
    }

    /// <summary>The account has changed: read it anew. Other hosts notice within thirty seconds.</summary>
    public void Drop(Guid id)
    {
        Interlocked.Increment(ref _drops);
        _entries.TryRemove(id, out _);
    }

    private async Task<SessionAccount?> Read(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && !a.Closed, ct) is { } account
            ? new(new Visitor(account.Id, account.Name, account.PersonId, account.Grants), account.Stamp, account.Language)
            : null;
    }

    private sealed record Entry(SessionAccount? Account, DateTimeOffset ReadAt);
}

/// <summary>An account as a session keeps it.</summary>
internal sealed record SessionAccount(Visitor Visitor, string Stamp, string Language)
{
    public bool IsAgent => Visitor.Grants.Any(g => g.Role != Role.Applicant);
}
