using System.Security.Claims;
using Anef.Accounts.Sessions;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Accounts.SignOut;

[OpenToAll, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SignOutPage : PageModel
{
    /// <summary>Where the issuer's own session is ended; null when there is none.</summary>
    public string? Farewell { get; private set; }

    public bool Done { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var session = await HttpContext.AuthenticateAsync(SessionCookies.Session);
        await HttpContext.SignOutAsync(SessionCookies.Session);
        await HttpContext.SignOutAsync(SessionCookies.External);
        Done = true;
        if (session.Properties is not { } properties || properties.GetString(SessionCookies.IssuerItem) is not { } issuer || properties.GetTokenValue("id_token") is not { } token)
            return Redirect("/");
        // The issuer's session is another site's: a form may not lead there, a link and the browser's own going on may.
        var keep = new AuthenticationProperties();
        keep.StoreTokens([new AuthenticationToken { Name = "id_token", Value = token }]);
        await HttpContext.SignInAsync(SessionCookies.Farewell, new ClaimsPrincipal(new ClaimsIdentity("farewell")), keep);
        Farewell = $"/deconnexion/{issuer.ToLowerInvariant()}";
        Response.Headers["Refresh"] = $"0;url={Farewell}";
        return Page();
    }
}
