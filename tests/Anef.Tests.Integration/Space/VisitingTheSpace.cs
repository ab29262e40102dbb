using System.Net;
using System.Text.RegularExpressions;
using Anef.Applications.RegisterPerson;
using Anef.Applications.RequestDocuments;
using Anef.Applications.WriteMessage;
using Anef.SharedKernel.Security;
using Anef.Tests.Integration.Access;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Space;

/// <summary>The person's pages over HTTP, without script.</summary>
public sealed class VisitingTheSpace
{
    private static AnefSite _site = null!;

    [OneTimeSetUp]
    public static async Task Open() => _site = await AnefSite.Start(configure: builder => builder.Services.AddSingleton<IAntiforgery, AnyForm>());

    [OneTimeTearDown]
    public static async Task Close() => await _site.DisposeAsync();

    [Test]
    public async Task Shows_each_request_with_who_acts_and_until_when_one_is_covered()
    {
        using var awa = await Resident.Settle(_site, "VIECOM");
        await awa.Do(new RequestDocuments.Request(awa.Application, ["VIECOM"], new(2026, 3, 20)));
        var page = await awa.Read("/mon-espace");
        Assert.That(page, Does.Contain(awa.Number).And.Contain("Documents attendus").And.Contain("C'est à vous d'agir").And.Contain("20 mars 2026"));
        Assert.That(page, Does.Contain("Vous êtes en règle jusqu'au 30 avril 2026 inclus, par le titre que vous détenez"));
        Assert.That(page, Does.Not.Contain("VIECOM"), "by name, not by code");
    }

    [Test]
    public async Task A_newcomer_finds_a_way_in()
    {
        using var browser = _site.Browser().As(TestAccess.Applicant(null));
        Assert.That(WebUtility.HtmlDecode(await browser.GetStringAsync("/mon-espace")), Does.Contain("Vous n'avez aucune demande").And.Contain("href=\"/deposer\""));
    }

    [Test]
    public async Task A_card_that_may_be_renewed_leads_to_the_filing_of_its_renewal()
    {
        var held = new RegisterPerson.Permit("CJF", "L423-1", new(2025, 5, 1), new(2026, 4, 30), Work: true);
        var person = await _site.Ask<RegisterPerson.Request, Guid>(new() { Surname = "Diallo", FirstNames = "Awa", Born = new(1990, 1, 1), Prefecture = "38", Held = held });
        using var browser = _site.Browser().As(TestAccess.Applicant(person));
        var link = Regex.Match(await browser.GetStringAsync("/mon-espace"), "/deposer\\?[^\"]+").Value;
        Assert.That(await browser.GetStringAsync(link), Does.Contain("name=\"demarche\" value=\"CJF\""), link);
    }

    [Test]
    public async Task No_title_says_what_it_is_about()
    {
        using var awa = await Resident.Settle(_site);
        foreach (var path in new[] { "/mon-espace", $"/demandes/{awa.Number}", $"/demandes/{awa.Number}/modifier", $"/demandes/{awa.Number}/retirer", $"/demandes/{awa.Number}/documents", $"/demandes/{awa.Number}/historique",
            "/mon-espace/declarer", "/mon-espace/declarer/demenagement", "/mon-espace/declarer/coordonnees", "/mon-espace/declarer/titre", "/mon-espace/declarer/perte", "/mon-espace/consultations" })
        {
            var page = await awa.Read(path);
            var title = page[(page.IndexOf("<title>", StringComparison.Ordinal) + 7)..page.IndexOf("</title>", StringComparison.Ordinal)];
            Assert.That(title, Does.Not.Contain("Diallo").And.Not.Contain("Français").And.Not.Contain("L423"), path);
            Assert.That(page, Does.Not.Match(@">\s*space\.[a-zA-Z.]+\s*<"), $"{path}: a word is missing");
        }
    }

    [TestCase("en", "Your stay is lawful until 30 April 2026")]
    [TestCase("ar", "إقامتك قانونية حتى")]
    public async Task Speaks_the_reader_s_language(string language, string words)
    {
        using var awa = await Resident.Settle(_site);
        awa.Browser.DefaultRequestHeaders.Add("Cookie", $"langue={language}");
        Assert.That(await awa.Read("/mon-espace"), Does.Contain(words));
        Assert.That(await awa.Read($"/demandes/{awa.Number}"), Does.Contain($"lang=\"{language}\""));
    }

    [Test]
    public async Task Somebody_else_s_pages_files_and_forms_are_not_there()
    {
        using var awa = await Resident.Settle(_site);
        using var other = await Resident.Settle(_site);
        await awa.Upload($"/demandes/{awa.Number}?handler=Document", "VIECOM", Resident.Photograph);
        var file = (await awa.Look()).Documents.Single(d => d.Code == "VIECOM").Versions.Single().File;
        foreach (var path in new[] { "", "/modifier", "/retirer", "/documents", "/historique", $"/documents/{file}" })
            Assert.That((await other.Get($"/demandes/{awa.Number}{path}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), path);
        Assert.That((await other.Get($"/demandes/{other.Number}/documents/{file}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await other.Post($"/demandes/{awa.Number}?handler=Message", ("Text", "Bonjour"))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await other.Post($"/demandes/{awa.Number}/retirer?handler=Confirm", ("Understood", "true"))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_document_that_is_asked_for_is_sent_and_comes_back_as_a_file_that_can_do_nothing()
    {
        using var awa = await Resident.Settle(_site, "VIECOM");
        await awa.Do(new RequestDocuments.Request(awa.Application, ["VIECOM"], null));
        Assert.That(await awa.Read($"/demandes/{awa.Number}"), Does.Contain("<option value=\"VIECOM\""));
        var sent = await awa.Upload($"/demandes/{awa.Number}?handler=Document", "VIECOM", Resident.Photograph, "../<b>x</b>.png");
        Assert.That((sent.StatusCode, sent.Headers.Location!.OriginalString), Is.EqualTo((HttpStatusCode.Redirect, $"/demandes/{awa.Number}#documents-demandes")));
        var version = (await awa.Look()).Documents.Single(d => d.Code == "VIECOM").Versions.Single();
        var file = await awa.Get($"/demandes/{awa.Number}/documents/{version.File}");
        Assert.Multiple(async () =>
        {
            Assert.That(await file.Content.ReadAsByteArrayAsync(), Is.EqualTo(Resident.Photograph));
            Assert.That(file.Content.Headers.ContentDisposition!.ToString(), Is.EqualTo("attachment; filename=VIECOM.png; filename*=UTF-8''VIECOM.png"));
            Assert.That(file.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
            Assert.That(file.Headers.GetValues("Content-Security-Policy").Single(), Is.EqualTo("default-src 'none'; sandbox"));
            Assert.That(file.Headers.CacheControl!.NoStore);
        });
    }

    [Test]
    public async Task A_file_that_is_none_is_refused_on_the_page_and_nothing_is_lost()
    {
        using var awa = await Resident.Settle(_site, "VIECOM");
        var refused = await awa.Upload($"/demandes/{awa.Number}?handler=Document", "VIECOM", "MZ not a picture"u8.ToArray(), "photo.png");
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), Does.Contain("role=\"alert\"").And.Contain(awa.Number));
        Assert.That((await awa.Look()).Documents.Single(d => d.Code == "VIECOM").Versions, Is.Empty);
    }

    [Test]
    public async Task A_message_goes_to_the_prefecture_and_its_answer_shows_until_it_is_read()
    {
        using var awa = await Resident.Settle(_site);
        Assert.That((await awa.Post($"/demandes/{awa.Number}?handler=Message", ("Text", "Une <question> ?"))).Headers.Location!.OriginalString, Is.EqualTo($"/demandes/{awa.Number}#messages"));
        using var officer = _site.Browser().As(TestAccess.Agent(Role.CaseOfficer, "38"));
        await using (var scope = _site.Services.CreateAsyncScope())
            await ActivatorUtilities.CreateInstance<WriteMessage>(scope.ServiceProvider, TestAccess.Agent(Role.CaseOfficer, "38")).Handle(new(awa.Number, "La réponse."), default);
        Assert.That(await awa.Read("/mon-espace"), Does.Contain("1 message non lu."));
        var page = await awa.Read($"/demandes/{awa.Number}");
        Assert.That(page, Does.Contain("Une <question> ?").And.Contain("La réponse.").And.Contain("Nouveau").And.Contain("Préfecture (Isère)"));
        Assert.That(await awa.Read("/mon-espace"), Does.Not.Contain("message non lu"));
    }

    [Test]
    public async Task A_message_that_is_too_long_is_kept_in_the_form()
    {
        using var awa = await Resident.Settle(_site);
        var answer = await awa.Post($"/demandes/{awa.Number}?handler=Message", ("Text", $"Début {new string('x', 4000)}"));
        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain("dépasse 4 000 caractères").And.Contain("Début xxx"));
    }

    [Test]
    public async Task Changes_are_kept_read_over_and_sent_as_one()
    {
        using var awa = await Resident.Settle(_site);
        var path = $"/demandes/{awa.Number}/modifier";
        await awa.Post($"{path}?handler=Answers", ("Answers[email]", "new@example.org"), ("Answers[phone]", "06 12 34 56 78"), ("Answers[address]", "1 rue de l'Exemple"));
        await awa.Upload($"{path}?handler=Document", "VIECOM", Resident.Photograph);
        var prepared = await awa.Read(path);
        Assert.That(prepared, Does.Contain("<del class=\"anef-old\">awa@example.org</del> → <ins class=\"anef-new\">new@example.org</ins>").And.Contain("nouvelle version"));
        Assert.That(await awa.Read("/mon-espace"), Does.Contain("Des modifications sont préparées"));
        Assert.That((await awa.Post($"{path}?handler=Send")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        var again = await awa.Post($"{path}?handler=Send");
        Assert.That((again.StatusCode, WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync())), Is.EqualTo((HttpStatusCode.Conflict, "")).Using<(HttpStatusCode, string)>((a, b) => a.Item1 == b.Item1));
        Assert.That((await awa.Look()).Answers, Has.Count.EqualTo(2));
        Assert.That(await awa.Read($"/demandes/{awa.Number}/historique"), Does.Contain("awa@example.org → new@example.org"));
    }

    [Test]
    public async Task A_withdrawal_takes_two_steps_and_can_be_taken_back()
    {
        using var awa = await Resident.Settle(_site);
        var path = $"/demandes/{awa.Number}/retirer";
        Assert.That(await awa.Read(path), Does.Contain("9 mars 2026").And.Contain("reste valable jusqu'au 30 avril 2026").And.Contain("ne sont pas remboursés"));
        Assert.That(WebUtility.HtmlDecode(await (await awa.Post(path)).Content.ReadAsStringAsync()), Does.Contain("Cochez la case"));
        Assert.That(WebUtility.HtmlDecode(await (await awa.Post(path, ("Understood", "true"))).Content.ReadAsStringAsync()), Does.Contain("Confirmez-vous le retrait"));
        Assert.That((await awa.Look()).WithdrawalEffectiveOn, Is.Null, "nothing is done before the second step");
        await awa.Post($"{path}?handler=Confirm", ("Understood", "true"));
        Assert.That((await awa.Look()).WithdrawalEffectiveOn, Is.EqualTo(new DateOnly(2026, 3, 9)));
        Assert.That(await awa.Read("/mon-espace"), Does.Contain("Retrait demandé : il prend effet le 9 mars 2026"));
        await awa.Post($"{path}?handler=Undo");
        Assert.That((await awa.Look()).WithdrawalEffectiveOn, Is.Null);
    }

    [Test]
    public async Task An_attestation_can_be_shown_as_a_square_code_and_put_in_words_for_an_employer()
    {
        using var awa = await Resident.Settle(_site);
        _ = await awa.Read("/mon-espace");
        var number = Attestation(await awa.Read($"/demandes/{awa.Number}"));
        var code = await awa.Get($"/attestations/{number}.svg");
        Assert.That(code.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/svg+xml"));
        Assert.That(await code.Content.ReadAsStringAsync(), Does.StartWith("<svg ").And.Contain("fill=\"#000\""));
        using var other = await Resident.Settle(_site);
        Assert.That((await other.Get($"/attestations/{number}.svg")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static string Attestation(string page) => System.Text.RegularExpressions.Regex.Match(page, "/attestations/([0-9A-Z-]+)\\.pdf").Groups[1].Value;
}
