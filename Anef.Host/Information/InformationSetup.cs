using System.Text;
using System.Xml.Linq;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.Settings;
using Anef.SharedKernel.Status;
using Microsoft.AspNetCore.Mvc;

namespace Anef.Host.Information;

internal static class InformationSetup
{
    /// <summary>Where anybody may go, for those who search.</summary>
    private static readonly string[] Public = ["/", "/quelle-demarche", "/verifier", "/aide", "/avis", "/retours/synthese", "/indicateurs", "/etat-du-service", "/accessibilite", "/confidentialite", "/mentions-legales", "/plan-du-site"];

    private static readonly string[] Private =
        ["/mon-espace", "/demandes", "/deposer", "/compte", "/connexion", "/agents", "/accueil", "/prefecture", "/ministere", "/exploitation", "/attestations", "/verifier/", "/embed", "/api"];

    public static void AddInformation(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.Read<Publisher>("Anef:Publisher"));
        builder.Services.AddSingleton<StatusBoard>();
        builder.Services.AddScoped<ISign, DatabaseSign>().AddScoped<ISign, FactsSign>().AddScoped<ISign, JobsSign>();
    }

    public static void MapInformation(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sitemap.xml", (HttpRequest request, [FromServices] IEnumerable<IPublicAddresses> more) => Results.Text(Map(request, more), "application/xml", Encoding.UTF8)).OpenToAll();
        routes.MapGet("/robots.txt", (HttpRequest request) => Results.Text(
            $"User-agent: *\n{string.Concat(Private.Select(path => $"Disallow: {path}\n"))}\nSitemap: {Root(request)}/sitemap.xml\n", "text/plain", Encoding.UTF8)).OpenToAll();
    }

    private static string Map(HttpRequest request, IEnumerable<IPublicAddresses> more)
    {
        XNamespace names = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var addresses = Public.Concat(more.SelectMany(m => m.Addresses)).Distinct();
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{new XElement(names + "urlset", addresses.Select(path => new XElement(names + "url", new XElement(names + "loc", $"{Root(request)}{path}"))))}";
    }

    private static string Root(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
