using System.Security.Claims;
using Anef.Accounts.Settings;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Accounts.Sessions;

/// <summary>The cookies of signing in: the session, what an issuer just said, and what it takes to say goodbye to it.</summary>
internal static class SessionCookies
{
    /// <summary>The session.</summary>
    public const string Session = "Anef";

    /// <summary>What an issuer said of somebody, until it is known whose account that is.</summary>
    public const string External = "Anef.External";

    /// <summary>What the issuer's own sign-out asks for, once ours is done.</summary>
    public const string Farewell = "Anef.Farewell";

    /// <summary>Scheme of the issuer, among the properties of a session.</summary>
    public const string IssuerItem = "anef:issuer";

    private static readonly TimeSpan Passing = TimeSpan.FromMinutes(15);

    public static AuthenticationBuilder AddSessionCookies(this AuthenticationBuilder authentication, AccountOptions settings) => authentication
        .AddCookie(Session, options =>
        {
            Describe(options.Cookie, settings, "anef");
            options.SlidingExpiration = true;
            options.LoginPath = "/connexion";
            options.LogoutPath = "/deconnexion";
            options.ReturnUrlParameter = "retour";
            options.Events = new CookieAuthenticationEvents
            {
                OnValidatePrincipal = Validate,
                OnRedirectToLogin = ShowTheWay,
                OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                },
            };
        })
        .AddCookie(External, options => Short(options, settings, "anef-arrivee"))
        .AddCookie(Farewell, options => Short(options, settings, "anef-fin"));

    /// <summary>Only for our own pages, never read by scripts, and over https under a name that no other host can set.</summary>
    public static void Describe(CookieBuilder cookie, AccountOptions settings, string name)
    {
        cookie.Name = settings.OverHttps ? $"__Host-{name}" : name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = settings.OverHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    private static void Short(CookieAuthenticationOptions options, AccountOptions settings, string name)
    {
        Describe(options.Cookie, settings, name);
        options.ExpireTimeSpan = Passing;
        options.SlidingExpiration = false;
    }

    /// <summary>A session lives while its account keeps the stamp, and says what the account says.</summary>
    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var visitor = Visitor.Of(context.Principal);
        var account = visitor.AccountId is { } id
            ? await context.HttpContext.RequestServices.GetRequiredService<SessionBook>().Find(id, context.HttpContext.RequestAborted)
            : null;
        if (account is null || account.Stamp != context.Principal!.FindFirstValue(ClaimNames.Stamp))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Session);
            return;
        }
        if (SessionPrincipal.Agrees(context.Principal!, account)) return;
        context.ReplacePrincipal(SessionPrincipal.Of(account));
        context.ShouldRenew = true;
    }

    /// <summary>Programs are told, people are shown the way.</summary>
    private static Task ShowTheWay(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments("/api")) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
