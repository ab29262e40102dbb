using System.Security.Claims;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Net.Http.Headers;

namespace Anef.Host.Languages;

/// <summary>Which language a page speaks: the one that was chosen, else the account's, else the browser's, else French.</summary>
internal static class ReaderLanguage
{
    /// <summary>A choice kept for the browser: needed for the service, so that no consent is asked.</summary>
    private const string Cookie = "langue";

    /// <summary>The files beside the program, read once whatever the number of hosts in it.</summary>
    public static LanguageCatalog Catalog { get; } = new(() => LanguageFiles.Read(Paths.Languages));

    public static void AddLanguages(this IServiceCollection services)
    {
        services.TryAddSingleton(Catalog);
        services.AddHttpContextAccessor();
        services.AddScoped(s => new Say(Of(s.GetRequiredService<IHttpContextAccessor>().HttpContext, s.GetRequiredService<LanguageCatalog>())));
    }

    public static void MapLanguages(this IEndpointRouteBuilder routes) => routes.MapGet("/langue/{code}", Choose).OpenToAll();

    private static Language Of(HttpContext? http, LanguageCatalog languages)
    {
        if (http is null) return languages.All[0];
        if (OfficersRead(http)) return languages.All[0];
        if (http.Request.Cookies[Cookie] is { } chosen) return languages.For(chosen);
        if (http.User.FindFirstValue(ClaimNames.Language) is { } account) return languages.For(account);
        return http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value!.Split('-')[0]).FirstOrDefault(tag => languages.All.Any(l => l.Code.Equals(tag, StringComparison.OrdinalIgnoreCase))) is { } tag
            ? languages.For(tag) : languages.All[0];
    }

    /// <summary>What is written for agents is in French alone, and then so is the frame around it.</summary>
    private static bool OfficersRead(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<MayUseAttribute>() is { } access && !access.Roles.Contains(Role.Applicant);

    private static IResult Choose(string code, string? retour, HttpContext http, LanguageCatalog languages)
    {
        http.Response.Cookies.Append(Cookie, languages.For(code).Code,
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, Secure = http.Request.IsHttps, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, IsEssential = true });
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Results.LocalRedirect(IsLocal(retour) ? retour! : "/");
    }

    /// <summary>Where to go back to: a page of ours, and nothing that a browser takes for another site.</summary>
    private static bool IsLocal(string? path) => path is ['/', ..] && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl);
}
