using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using Anef.Procedures.Domain;
using Anef.Procedures.ReadProcedure;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anef.Procedures.ReadJournal;

/// <summary>The journal for programs: JSON, and Atom for those who wait for news.</summary>
internal static class JournalFeeds
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/demarches/journal.json", (Journal journal, HttpContext http, CancellationToken ct) => Answer(journal, http, "application/json", AsJson, ct)).OpenToAll();
        routes.MapGet("/demarches/journal.atom", (Journal journal, HttpContext http, CancellationToken ct) => Answer(journal, http, "application/atom+xml", entries => AsAtom(entries, http), ct)).OpenToAll();
    }

    public static string SeedOf(IReadOnlyList<Journal.Entry> entries) => string.Join(';', entries.Select(e => $"{e.Id} {e.From:O} {e.PublishedAt:O}"));

    public static DateTimeOffset ChangedAt(IReadOnlyList<Journal.Entry> entries) => entries.Max(e => e.ChangedAt);

    private static async Task<IResult> Answer(Journal journal, HttpContext http, string type, Func<IReadOnlyList<Journal.Entry>, string> write, CancellationToken ct)
    {
        var entries = await journal.Read(ct);
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return Freshness.Unchanged(http, type + SeedOf(entries), ChangedAt(entries)) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Text(write(entries), $"{type}; charset=utf-8");
    }

    private static string AsJson(IReadOnlyList<Journal.Entry> entries) => JsonSerializer.Serialize(
        entries.Select(e => new { id = e.Id, effectiveFrom = e.From, family = e.Family, version = e.Version, online = e.Procedure, note = e.Note, publishedAt = e.PublishedAt, changes = e.Changes }), Options);

    private static string AsAtom(IReadOnlyList<Journal.Entry> entries, HttpContext http)
    {
        var root = $"{http.Request.Scheme}://{http.Request.Host}";
        var feed = new XElement(Atom + "feed", new XAttribute(XNamespace.Xml + "lang", "fr"),
            new XElement(Atom + "id", $"{root}/demarches/journal"), new XElement(Atom + "title", "Anef : journal des démarches et des règles"),
            new XElement(Atom + "updated", Instant(ChangedAt(entries))), new XElement(Atom + "author", new XElement(Atom + "name", "Anef")),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", $"{root}/demarches/journal.atom")),
            entries.Select(e => new XElement(Atom + "entry", new XElement(Atom + "id", $"{root}/demarches/journal#{e.Id}"), new XElement(Atom + "title", Title(e)),
                new XElement(Atom + "updated", Instant(e.ChangedAt)), new XElement(Atom + "link", new XAttribute("href", $"{root}/demarches/journal#{e.Id}")),
                new XElement(Atom + "summary", string.Join("\n", new[] { e.Note }.OfType<string>().Concat(e.Changes.Select(c => $"{c.Key} : {c.Before ?? "rien"} → {c.After ?? "rien"}")))))));
        return new XDeclaration("1.0", "utf-8", null) + "\n" + feed;
    }

    private static string Title(Journal.Entry entry) => entry.Procedure is { } procedure
        ? $"{procedure} passe en ligne le {entry.From:dd/MM/yyyy}"
        : $"{RuleFamilies.Title(entry.Family)}, version {entry.Version}, à partir du {entry.From:dd/MM/yyyy}";

    private static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
