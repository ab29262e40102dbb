using System.Xml.Linq;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anef.Procedures.PublishSitemap;

/// <summary>What search engines may read: the public pages, and nothing that is about somebody.</summary>
internal static class Sitemap
{
    private static readonly XNamespace Form = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Fixed = ["/", "/quelle-demarche", "/demarches", "/demarches/journal", "/verifier", "/aide", "/accessibilite", "/mentions-legales", "/confidentialite", "/plan-du-site", "/etat-du-service"];

    private static readonly string[] Closed =
        ["/mon-espace", "/demandes", "/deposer", "/compte", "/connexion", "/agents", "/prefecture", "/ministere", "/exploitation", "/attestations", "/verifier/", "/embed", "/api", "/retours"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sitemap.xml", Addresses).OpenToAll();
        routes.MapGet("/robots.txt", (HttpContext http) =>
            $"User-agent: *\n{string.Concat(Closed.Select(path => $"Disallow: {path}\n"))}Sitemap: {Root(http)}/sitemap.xml\n").OpenToAll();
    }

    private static IResult Addresses(IProcedures procedures, PrefectureCatalog prefectures, TimeProvider clock, HttpContext http)
    {
        var codes = procedures.All(clock.Today(CivilTime.Paris)).Select(p => p.Code).ToList();
        var paths = Fixed.Concat(codes.Select(code => $"/demarches/{code}")).Concat(codes.SelectMany(code => prefectures.All.Select(p => $"/demarches/{code}/{p.Code}")));
        var root = Root(http);
        var map = new XElement(Form + "urlset", paths.Select(path => new XElement(Form + "url", new XElement(Form + "loc", root + path))));
        return Results.Text(new XDeclaration("1.0", "utf-8", null) + "\n" + map.ToString(SaveOptions.DisableFormatting), "application/xml; charset=utf-8");
    }

    private static string Root(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";
}
