using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Anef.PartnerOrganisations.Domain;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Partners;

internal sealed class AskingAsAProgram
{
    [Test]
    public async Task A_key_gives_a_token_that_opens_what_is_the_organisations()
    {
        await using var asso = await Asso.Start();
        var batch = await Batch(asso);
        using var program = await Program(asso);
        var read = await program.GetFromJsonAsync<JsonObject>(new Uri($"/api/partner/batches/{batch.Id}", UriKind.Relative));
        Assert.That(($"{read!["state"]}", (int)read["settled"]!), Is.EqualTo(("done", 1)));
        var lines = await program.GetFromJsonAsync<JsonObject>(new Uri($"/api/partner/batches/{batch.Id}/lines", UriKind.Relative));
        Assert.That($"{lines!["lines"]![0]!["status"]}", Is.EqualTo("refusedNoMandate"));
        var events = await program.GetStringAsync(new Uri($"/api/partner/batches/{batch.Id}/events", UriKind.Relative));
        Assert.That(events, Does.Contain("event: line").And.Contain("event: done"));
        using var missing = await program.GetAsync(new Uri($"/api/partner/batches/{Guid.CreateVersion7()}", UriKind.Relative));
        Assert.That(missing.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(missing.Content.Headers.ContentType?.MediaType, Does.EndWith("json"));
    }

    [Test]
    public async Task Without_a_token_nothing_opens()
    {
        await using var asso = await Asso.Start();
        var batch = await Batch(asso);
        using var nobody = asso.Site.Browser();
        using var refused = await nobody.GetAsync(new Uri($"/api/partner/batches/{batch.Id}", UriKind.Relative));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("Il faut un jeton valable."));
        nobody.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "made-up");
        using var made = await nobody.GetAsync(new Uri($"/api/partner/batches/{batch.Id}", UriKind.Relative));
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_key_taken_back_opens_nothing_at_once_and_gives_no_token()
    {
        await using var asso = await Asso.Start();
        var batch = await Batch(asso);
        var (id, secret) = await Key(asso);
        using var program = await Program(asso, id, secret);
        using var mona = asso.As(asso.Mona);
        var key = await asso.Look(db => db.Set<ApiKey>().SingleAsync());
        await mona.Post("/partenaires/cles", "Revoke", ("key", $"{key.Id}"));
        using var refused = await program.GetAsync(new Uri($"/api/partner/batches/{batch.Id}", UriKind.Relative));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await Token(asso, id, secret), Is.Null);
    }

    [TestCase("203.0.113.0/24", false)]
    [TestCase("127.0.0.0/8", true)]
    public async Task A_key_is_taken_from_its_networks_alone(string network, bool taken)
    {
        await using var asso = await Asso.Start();
        var (id, secret) = await Key(asso, ("Networks", network));
        Assert.That(await Token(asso, id, secret), taken ? Is.Not.Null : Is.Null);
    }

    [Test]
    public async Task A_key_ends_on_its_day_and_another_secret_is_not_taken()
    {
        await using var asso = await Asso.Start();
        var (id, secret) = await Key(asso);
        Assert.That(await Token(asso, id, secret[1..] + "0"), Is.Null);
        Assert.That(await asso.Look(db => db.Set<ApiKey>().AnyAsync(k => k.SecretHash.Contains(secret))), Is.False);
        asso.Site.Clock.SetUtcNow(new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero));
        Assert.That(await Token(asso, id, secret), Is.Null);
    }

    [Test]
    public async Task What_cannot_be_a_batch_is_refused_in_words()
    {
        await using var asso = await Asso.Start();
        using var program = await Program(asso);
        using var content = new StringContent("{\"not\":\"an array\"}", System.Text.Encoding.UTF8, "application/json");
        using var refused = await program.PostAsync(new Uri("/api/partner/batches", UriKind.Relative), content);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("un tableau d'objets est attendu"));
        Assert.That(await asso.Look(db => db.Mails.CountAsync()), Is.Zero);
    }

    [TestCase("SAL", HttpStatusCode.BadRequest)]
    [TestCase("cjf", HttpStatusCode.Accepted)]
    public async Task A_key_for_some_procedures_sends_no_line_about_others(string procedure, HttpStatusCode status)
    {
        await using var asso = await Asso.Start();
        var (id, secret) = await Key(asso, ("Procedures", "CJF"));
        using var program = await Program(asso, id, secret);
        using var content = JsonContent.Create(new[] { new { kind = "question", surname = "Diallo", procedure = "CJF" }, new { kind = "demande", surname = "Diallo", procedure } });
        using var answer = await program.PostAsync(new Uri("/api/partner/batches", UriKind.Relative), content);
        Assert.That(answer.StatusCode, Is.EqualTo(status));
        if (status == HttpStatusCode.BadRequest) Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Ligne 2").And.Contain("SAL"));
        Assert.That(await asso.Look(db => db.Batches.CountAsync()), Is.EqualTo(status == HttpStatusCode.Accepted ? 1 : 0));
    }

    [Test]
    public async Task Files_in_a_form_become_a_batch_with_its_lines()
    {
        await using var asso = await Asso.Start();
        await asso.Mandate();
        var number = (await asso.Awa.Look()).Number;
        using var program = await Program(asso);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Mars"), "subject" },
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes($"type;nom;naissance;numero_demande;pieces\nquestion;Diallo;01/01/1990;{number};photo.png\nquestion;Inconnue;01/01/1980;38-2026-ABCDEFGH;\n")), "files", "t.csv" },
            { new ByteArrayContent(Space.Resident.Photograph), "files", "photo.png" },
        };
        using var answer = await program.PostAsync(new Uri("/api/partner/batches", UriKind.Relative), form);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        var taken = await answer.Content.ReadFromJsonAsync<JsonObject>();
        await asso.Site.Ask<PartnerOrganisations.ProcessBatch.ProcessBatch.Request, bool>(new(Guid.Parse($"{taken!["id"]}")));
        var lines = (await program.GetFromJsonAsync<JsonObject>(new Uri($"{answer.Headers.Location}/lines", UriKind.Relative)))!["lines"]!.AsArray();
        Assert.That(lines.Select(l => $"{l!["status"]}"), Is.EqualTo(new[] { "routed", "received" }));
    }

    [Test]
    public async Task A_dry_run_keeps_nothing()
    {
        await using var asso = await Asso.Start();
        using var program = await Program(asso);
        using var content = JsonContent.Create(new[] { new { kind = "question", surname = "Diallo", text = "Bonjour" } });
        using var answer = await program.PostAsync(new Uri("/api/partner/batches?dryRun=true", UriKind.Relative), content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await asso.Look(db => db.Mails.CountAsync()) + await asso.Look(db => db.Batches.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task The_description_names_every_door_and_no_other()
    {
        await using var site = await AnefSite.Start();
        using var nobody = site.Browser();
        var description = await nobody.GetFromJsonAsync<JsonElement>(new Uri("/api/partner/openapi.json", UriKind.Relative));
        var described = description.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(verb => $"{verb.Name.ToUpperInvariant()} {path.Name}"));
        var served = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.StartsWith("/api/partner/", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(verb => $"{verb} {e.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal)}"));
        Assert.That(described, Is.EquivalentTo(served));
    }

    internal static async Task<HttpClient> Program(Asso asso, string? id = null, string? secret = null)
    {
        var key = id is null ? await Key(asso) : (id, secret!);
        var program = asso.Site.Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token(asso, key.Item1, key.Item2));
        return program;
    }

    internal static async Task<Batch> Batch(Asso asso)
    {
        var batch = new Batch { OrganisationId = asso.Id, Channel = "api", Sender = "Programme", MailId = Guid.CreateVersion7(), ReceivedAt = asso.Site.Clock.GetUtcNow(), State = BatchState.Done, Lines = 1, Settled = 1 };
        await asso.Keep(batch, new BatchLine { BatchId = batch.Id, Number = 1, Content = "{\"Kind\":\"question\",\"Number\":1}", Hash = "x", Status = LineStatus.RefusedNoMandate, Reason = "noMandate" });
        return batch;
    }

    private static async Task<(string Id, string Secret)> Key(Asso asso, params (string, string?)[] more)
    {
        using var mona = asso.As(asso.Mona);
        var made = await mona.Post("/partenaires/cles", null, [("Name", "Programme"), ("Until", "2026-06-30"), .. more]);
        var values = made.Html.Split("<code class=\"anef-wrap\">").Skip(1).Select(part => part.Split('<')[0]).ToList();
        return (values[0], values[1]);
    }

    private static async Task<string?> Token(Asso asso, string id, string secret)
    {
        using var client = asso.Site.Browser();
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", id), new("client_secret", secret)]);
        using var answer = await client.PostAsync(new Uri("/api/partner/token", UriKind.Relative), form);
        return answer.StatusCode == HttpStatusCode.OK ? $"{(await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]}" : null;
    }
}
