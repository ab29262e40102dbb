using System.Security.Claims;
using Anef.SharedKernel.Security;

namespace Anef.Accounts.Sessions;

/// <summary>An account as the principal of a session.</summary>
internal static class SessionPrincipal
{
    public static ClaimsPrincipal Of(SessionAccount account)
    {
        var principal = account.Visitor.ToSession(account.Stamp, account.Language);
        // Forms are tied to it: one that is open in another tab outlives a change of roles.
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim("sub", account.Visitor.AccountId!.Value.ToString()));
        return principal;
    }

    /// <summary>Whether the session says of the account what the account now says of itself.</summary>
    public static bool Agrees(ClaimsPrincipal session, SessionAccount account)
    {
        var said = Visitor.Of(session);
        return said.Name == account.Visitor.Name && said.PersonId == account.Visitor.PersonId
            && said.Grants.SequenceEqual(account.Visitor.Grants) && session.FindFirstValue(ClaimNames.Language) == account.Language;
    }
}
