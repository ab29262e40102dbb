using System.Security.Claims;
using System.Text.Encodings.Web;
using Anef.Host.Languages;
using Anef.Host.Security;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Anef.Tests.Support;

/// <summary>For tests of pages: who visits is said in a header of the request, and who may use what is decided as in the house.</summary>
public static class TestAccess
{
    /// <summary>Name of the header: <c>account|name|person|grant,grant</c>.</summary>
    public const string Header = "X-Test-Visitor";

    private const string TestScheme = "Test";

    /// <summary>Access and languages as the host has them, with the header instead of a session.</summary>
    public static IServiceCollection AddTestAccess(this IServiceCollection services)
    {
        services.AddAccess();
        services.AddLanguages();
        services.AddAuthentication(o => (o.DefaultScheme, o.DefaultAuthenticateScheme, o.DefaultChallengeScheme, o.DefaultForbidScheme) = (TestScheme, TestScheme, TestScheme, TestScheme)).AddScheme<AuthenticationSchemeOptions, FromHeader>(TestScheme, null);
        return services;
    }

    /// <summary>In a site that a test builds by hand.</summary>
    public static void UseTestAccess(this IApplicationBuilder site) => site.UseAuthentication().UseAuthorization();

    /// <summary>Every request of this client is made by that visitor.</summary>
    public static HttpClient As(this HttpClient browser, Visitor visitor)
    {
        browser.DefaultRequestHeaders.Remove(Header);
        browser.DefaultRequestHeaders.Add(Header, Uri.EscapeDataString($"{visitor.AccountId}|{visitor.Name}|{visitor.PersonId}|{string.Join(',', visitor.Grants)}"));
        return browser;
    }

    /// <summary>An agent with one role.</summary>
    public static Visitor Agent(Role role, string? prefecture = null, Guid? account = null) => new(account ?? Guid.CreateVersion7(), $"{role} {prefecture}".Trim(), null, [new(role, prefecture)]);

    /// <summary>An applicant, of whom a person is known or not.</summary>
    public static Visitor Applicant(Guid? person, Guid? account = null) => new(account ?? Guid.CreateVersion7(), "Applicant", person, [new(Role.Applicant, null)]);

    private sealed class FromHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers[Header].ToString() is not { Length: > 0 } header) return Task.FromResult(AuthenticateResult.NoResult());
            var parts = Uri.UnescapeDataString(header).Split('|');
            var visitor = new Visitor(Guid.Parse(parts[0]), parts[1], Guid.TryParse(parts[2], out var person) ? person : null, [.. parts[3].Split(',').Select(RoleGrant.Parse).OfType<RoleGrant>()]);
            ClaimsPrincipal session = visitor.ToSession("test", "fr");
            return Task.FromResult(AuthenticateResult.Success(new(session, Scheme.Name)));
        }
    }
}
