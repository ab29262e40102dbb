using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Rules;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.Sessions;

/// <summary>Begins a session in this browser, and writes it into the account's journal.</summary>
internal sealed class SessionStart(IHttpContextAccessor http, SessionBook book, AccountsDb db, TimeProvider clock)
{
    private static readonly TimeSpan OfApplicants = TimeSpan.FromHours(8);
    private static readonly TimeSpan OfAgents = TimeSpan.FromHours(4);

    /// <param name="way">How they came: <c>code</c>, <c>paper</c>, <c>demonstration</c> or the issuer's scheme.</param>
    /// <param name="idToken">What the issuer wants to see when they leave.</param>
    public async Task<SessionAccount> Begin(Guid accountId, string way, string? idToken, CancellationToken ct)
    {
        book.Drop(accountId);
        var account = await book.Find(accountId, ct) ?? throw new NotFound("ce compte");
        var now = clock.GetUtcNow();
        // In one statement: two devices that come in together are no conflict. The version moves, so that nobody destroys it at the same instant.
        await db.Accounts.Where(a => a.Id == accountId).ExecuteUpdateAsync(a => a.SetProperty(x => x.UsedAt, now).SetProperty(x => x.EndsOn, (DateOnly?)null).SetProperty(x => x.Version, x => x.Version + 1), ct);
        db.Note(accountId, JournalKind.SignedIn, now, way);
        await db.SaveChangesAsync(ct);
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + (account.IsAgent ? OfAgents : OfApplicants), AllowRefresh = true };
        if (idToken is not null)
        {
            properties.Items[SessionCookies.IssuerItem] = way;
            properties.StoreTokens([new AuthenticationToken { Name = "id_token", Value = idToken }]);
        }
        await http.HttpContext!.SignInAsync(SessionCookies.Session, SessionPrincipal.Of(account), properties);
        return account;
    }
}
