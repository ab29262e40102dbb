using System.Net;
using System.Text.RegularExpressions;
using Anef.SharedKernel.Security;
using Anef.Tests.Support;
using FileApplication = Anef.Applications.FileApplication.FileApplication;
using RegisterPerson = Anef.Applications.RegisterPerson.RegisterPerson;

namespace Anef.Tests.Integration.Officers;

/// <summary>The officers' pages over HTTP, without any script.</summary>
internal sealed class WorkingInABrowser
{
    private AnefSite _site = null!;
    private HttpClient _browser = null!;

    [SetUp]
    public async Task Open()
    {
        _site = await AnefSite.Start();
        _browser = _site.Browser().As(TestAccess.Agent(Role.CaseOfficer, "38"));
    }

    [TearDown]
    public async Task Close()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task From_the_list_to_a_notified_decision()
    {
        var number = await File();
        Assert.That(await Get("/agents/dossiers?q=diallo"), Does.Contain(number));
        var file = $"/agents/dossiers/{number}";
        Assert.That(await Get(file), Does.Contain("Awa").And.Contain("Confirmer la complétude").And.Contain("R.431-5"));
        await Post(file, "Confirm");
        await Post(file, "Write", ("Outcome", "Grant"), ("GrantReasons", "renewal"));
        Assert.That(await Get(file), Does.Contain("art. L.433-1 CESEDA"));
        await Post(file, "Sign");
        await Post(file, "Notify");
        await Post(file, "Ready");
        await Post(file, "Note", ("NoteText", "Appelée."), ("NoteKind", "phone"));
        await Post(file, "Message", ("MessageText", "Votre carte est prête."));
        await Post(file, "HandOver");
        Assert.That(await Get(file), Does.Contain("carte remise").And.Contain("Appelée.").And.Contain("Votre carte est prête."));
        Assert.That(_site.Faults, Is.Empty);
    }

    [Test]
    public async Task What_another_did_meanwhile_is_explained_and_what_was_typed_is_kept()
    {
        var number = await File();
        var file = $"/agents/dossiers/{number}";
        var stale = await Get(file);
        await Post(file, "Confirm");
        var answer = await Send(file, "Ask", stale, ("Ask", "MARI"), ("AskReason", "L'acte est illisible."));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page, Does.Contain("Ce qui a changé depuis que vous avez ouvert le dossier").And.Contain("Complétude confirmée").And.Contain("L&#x27;acte est illisible.").Or.Contain("L'acte est illisible."));
        Assert.That(page, Does.Not.Contain("field is required"), "the other forms of the page were not sent");
        var again = await Send(file, "Ask", page, ("Ask", "MARI"), ("AskReason", "L'acte est illisible."));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Many_at_once_with_a_preview_and_a_result_for_each()
    {
        var (one, two) = (await File(), await File());
        var list = await Get("/agents/dossiers");
        var preview = await Send("/agents/dossiers", null, list, ("Act", "confirm"), ("Chosen", one), ("Chosen", two));
        var run = preview.Headers.Location!.ToString();
        Assert.That(await Get(run), Does.Contain("2 dossiers sont concernés"));
        await Send(run, null, await Get(run));
        await _site.Drain();
        Assert.That(await Get(run), Does.Contain("Terminé"));
        Assert.That(await Get($"/agents/dossiers/{one}"), Does.Contain("Complétude confirmée"));
    }

    [Test]
    public async Task For_a_person_at_the_counter_with_a_receipt()
    {
        _browser.As(TestAccess.Agent(Role.WelcomePoint, "38"));
        const string start = "/agents/accueil?nouveau=true&demarche=DUP";
        var form = await Get(start);
        var without = await Send(start, null, form, ("nouveau", "true"), ("demarche", "DUP"), ("Surname", "Nguyễn"), ("FirstNames", "Thị"), ("ne", "1990-01-01"));
        Assert.That(without.StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "no consent");
        var filed = await Send(start, null, form, ("nouveau", "true"), ("demarche", "DUP"), ("Surname", "Nguyễn"), ("FirstNames", "Thị"), ("ne", "1990-01-01"), ("Brought", "DECLPV"), ("Consent", "oral"));
        await _site.Drain();
        var receipt = await Get(filed.Headers.Location!.ToString());
        Assert.That(receipt, Does.Contain("Reçu de dépôt").And.Contain("Nguyễn").And.Contain("oral").And.Contain("Confirmation du dépôt"));
    }

    [Test]
    public async Task By_telephone_what_is_told_and_done_is_kept_on_the_file()
    {
        var number = await File();
        await _site.Drain();
        _browser.As(TestAccess.Agent(Role.ContactCentre));
        var address = $"/agents/contact?numero={number}&ne=1990-01-01";
        var page = await Get(address);
        Assert.That(page, Does.Contain("Awa Diallo").And.Contain("La renvoyer"));
        Assert.That(await Get($"/agents/contact?numero={number}&ne=1990-01-02"), Does.Contain("Aucune demande"));
        var told = await Send(address, "Contact", page, ("numero", number), ("ne", "1990-01-01"), ("Chosen", number), ("Words", "Demande où en est son dossier."), ("ContactKind", "phone"));
        Assert.That(told.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        _browser.As(TestAccess.Agent(Role.TeamManager, "38"));
        Assert.That(await Get($"/agents/dossiers/{number}"), Does.Contain("Demande où en est son dossier."));
        Assert.That(await Get("/agents/consultations"), Does.Contain(number).And.Contain("Contact noté"));
    }

    private async Task<string> File()
    {
        var person = await _site.Ask<RegisterPerson.Request, Guid>(new() { Surname = "Diallo", FirstNames = "Awa", Born = new(1990, 1, 1), Prefecture = "38", Held = new("CJF", "L423-1", new(2025, 5, 1), new(2026, 4, 30), Work: true) });
        return (await _site.Ask<FileApplication.Request, FileApplication.Filed>(new(person, "CJF") { Channel = "post", ReceivedOn = new(2026, 2, 20) })).Number;
    }

    private async Task<string> Get(string address)
    {
        var answer = await _browser.GetAsync(address);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{address}: {string.Join("\n", _site.Faults)}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private async Task Post(string file, string handler, params (string Name, string Value)[] fields)
    {
        var answer = await Send(file, handler, await Get(file), fields);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), $"{handler}: {await answer.Content.ReadAsStringAsync()} {string.Join("\n", _site.Faults)}");
    }

    /// <summary>With the hidden fields of a page as a browser would send them.</summary>
    private Task<HttpResponseMessage> Send(string address, string? handler, string page, params (string Name, string Value)[] fields)
    {
        var form = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).ToList();
        foreach (var name in new[] { "__RequestVerificationToken", "Version", "Known", "DraftVersion" })
            if (Hidden(name).Match(page) is { Success: true } hidden) form.Add(new(name, hidden.Groups[1].Value));
        var to = handler is null ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}";
        return _browser.PostAsync(to, new FormUrlEncodedContent(form));
    }

    private static Regex Hidden(string name) => new($"name=\"{name}\" (?:type=\"hidden\" )?value=\"([^\"]*)\"");
}
