using System.Net;
using Anef.Applications.RegisterPerson;
using Anef.SharedKernel.Security;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Filing;

/// <summary>From the first page to the confirmation, without script.</summary>
[CancelAfter(120_000)]
internal sealed class FilingThroughPages
{
    private static readonly byte[] Photograph =
    [
        0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 2, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xFF, 0xD9,
    ];

    private static AnefSite _site = null!;

    [OneTimeSetUp]
    public static async Task Start() => _site = await AnefSite.Start(now: new DateTimeOffset(2026, 7, 15, 8, 0, 0, TimeSpan.Zero));

    [OneTimeTearDown]
    public static async Task Stop() => await _site.DisposeAsync();

    [Test]
    public async Task Somebody_who_was_never_here_files_in_six_steps()
    {
        using var browser = _site.Browser().As(TestAccess.Applicant(null));
        var forms = await Filled(browser);
        Assert.That(forms.Address, Does.EndWith("/documents"));
        await forms.Upload("IDN", ("recto.jpg", Photograph), ("passeport.exe", "MZ"u8.ToArray()));
        Assert.That((forms.Status, forms.Page), Is.EqualTo((HttpStatusCode.Conflict, forms.Page)));
        Assert.That(forms.Page, Does.Contain("passeport.exe : Ce fichier n'est ni un PDF").And.Contain("recto.jpg"), "the good one is kept");
        await forms.Open(forms.Address.Replace("documents", "verifier", StringComparison.Ordinal));
        Assert.That(forms.Page, Does.Contain("Nguyen").And.Contain("1 fichier joint").And.Contain("pas encore joint").And.Contain("par lettre à votre adresse"));
        await forms.Send();
        Assert.That(forms.Address, Does.EndWith("/confirmation"));
        Assert.That(forms.Page, Does.Contain("Votre demande est déposée").And.Contain("Elle ne prouve ni le droit au séjour").And.Contain("/avis?etape=depot"));
        await _site.Drain();
        await forms.Open(forms.Address);
        Assert.That(forms.Page, Does.Match("href=\"/attestations/[^\"]+\\.pdf\""), "the receipt");
        await forms.Open(forms.Address.Replace("confirmation", "verifier", StringComparison.Ordinal));
        Assert.That(forms.Address, Does.EndWith("/confirmation"), "the back button");
        Assert.That(_site.Faults, Is.Empty);
    }

    [Test]
    public async Task A_step_with_a_mistake_is_shown_again_with_what_was_typed()
    {
        using var browser = _site.Browser().As(TestAccess.Applicant(null));
        var forms = new Forms(browser);
        await Begin(forms);
        await forms.Send(("Seen", "0"), ("Held", "no"));
        await forms.Send(("Seen", "0"), ("Surname", "Nguyen"), ("FirstNames", ""), ("Born", "2031-01-01"), ("Nationality", "VN"));
        Assert.That(forms.Page, Does.Contain("Il y a quelque chose à corriger").And.Contain("value=\"Nguyen\"").And.Contain("Donnez vos prénoms").And.Contain("Cette date est à venir"));
        await forms.Send(("Seen", "0"), ("Surname", "Nguyen"), ("FirstNames", ""), ("Later", "true"));
        Assert.That(forms.Page, Does.Contain("Votre brouillon est enregistré").And.Contain("À reprendre à l'étape : Votre identité"), "whole or not, it can be put aside");
    }

    [Test]
    public async Task The_second_of_two_tabs_sees_the_other_s_answers_beside_its_own()
    {
        using var browser = _site.Browser().As(TestAccess.Applicant(null));
        var (one, two) = (new Forms(browser), new Forms(browser));
        await Begin(one);
        await one.Send(("Seen", "0"), ("Held", "no"));
        await two.Open(one.Address);
        await one.Send(("Seen", one.Seen), ("Surname", "Premier"), ("FirstNames", "Linh"), ("Born", "1995-04-03"), ("Nationality", "VN"));
        await two.Send(("Seen", two.Seen), ("Surname", "Second"), ("FirstNames", "Linh"), ("Born", "1995-04-03"), ("Nationality", "VN"));
        Assert.That(two.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(two.Page, Does.Contain("enregistrée entre-temps").And.Contain("value=\"Second\"").And.Contain("<dd>Premier</dd>"));
        await two.Send(("Seen", two.Seen), ("Surname", "Second"), ("FirstNames", "Linh"), ("Born", "1995-04-03"), ("Nationality", "VN"));
        Assert.That(two.Address, Does.EndWith("/coordonnees"), "saved again, it is theirs");
    }

    [Test]
    public async Task At_a_counter_the_consent_is_on_the_paper()
    {
        using var browser = _site.Browser().As(TestAccess.Agent(Role.WelcomePoint, "75"));
        var forms = await Filled(browser);
        await forms.Open(forms.Address.Replace("documents", "verifier", StringComparison.Ordinal));
        await forms.Send();
        Assert.That(forms.Page, Does.Contain("Demandez à la personne si elle est d'accord"));
        await forms.Send(("Consent", "true"));
        Assert.That(forms.Page, Does.Contain("WelcomePoint 75, avec l'accord de la personne"));
    }

    [Test]
    public async Task The_same_request_on_its_way_is_a_choice()
    {
        var person = await Holder();
        using var browser = _site.Browser().As(TestAccess.Applicant(person));
        var forms = new Forms(browser);
        for (var time = 0; time < 2; time++)
        {
            await Begin(forms, "renewal");
            await forms.Open(forms.Address.Replace("situation", "verifier", StringComparison.Ordinal));
            if (time == 0) await forms.Send();
        }
        Assert.That(forms.Page, Does.Contain("La même demande est déjà en cours").And.Match("/demandes/[^/\"]+/modifier\"").And.Match("/demandes/[^/\"]+/retirer\""));
    }

    [Test]
    public async Task Late_it_is_filed_once_the_box_is_ticked()
    {
        var person = await Holder("2026-08-31");
        using var browser = _site.Browser().As(TestAccess.Applicant(person));
        var forms = new Forms(browser);
        await Begin(forms, "renewal");
        await forms.Open(forms.Address.Replace("situation", "verifier", StringComparison.Ordinal));
        Assert.That(forms.Page, Does.Contain("Cette demande est en retard").And.Contain("180 €").And.Contain("L.436-5"));
        await forms.Send();
        Assert.That(forms.Page, Does.Contain("cochez la case"));
        await forms.Send(("LateAccepted", "true"));
        Assert.That(forms.Address, Does.EndWith("/confirmation"));
    }

    [TestCase("en", "File my application", "ltr")]
    [TestCase("ar", "تقديم طلبي", "rtl")]
    public async Task Every_step_is_said_in_the_reader_s_language(string language, string words, string direction)
    {
        using var browser = _site.Browser().As(TestAccess.Applicant(null));
        var forms = await Filled(browser);
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        await forms.Open($"/langue/{language}?retour=/deposer");
        await forms.Open("/deposer");
        Assert.That(forms.Page, Does.Contain($"dir=\"{direction}\"").And.Not.Contain("filing."));
        var draft = System.Text.RegularExpressions.Regex.Match(forms.Page, "/deposer/[0-9a-f-]{36}").Value;
        foreach (var step in new[] { "situation", "identite", "coordonnees", "prefecture", "documents", "verifier" })
        {
            await forms.Open($"{draft}/{step}");
            Assert.That(forms.Page, Does.Not.Contain(">filing.").And.Not.Contain("\"filing."), step);
        }
        Assert.That(forms.Page, Does.Contain(words));
    }

    private static Task<Guid> Holder(string until = "2026-09-30") => _site.Ask<RegisterPerson.Request, Guid>(new()
    {
        Surname = "Diallo", FirstNames = "Awa", Born = new(1990, 1, 1), Prefecture = "75",
        Held = new("CJF", "L423-1", DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture).AddYears(-1), DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), Work: true),
    });

    private static async Task Begin(Forms forms, string kind = "first")
    {
        await forms.Open($"/deposer?demarche=CJF&type={kind}");
        await forms.Send("/deposer", ("demarche", "CJF"), ("type", kind));
        Assert.That(forms.Address, Does.EndWith("/situation"));
    }

    /// <summary>Up to the documents.</summary>
    private static async Task<Forms> Filled(HttpClient browser)
    {
        var forms = new Forms(browser);
        await Begin(forms);
        await forms.Send(("Seen", forms.Seen), ("Held", "no"));
        await forms.Send(("Seen", forms.Seen), ("Surname", "Nguyen"), ("FirstNames", "Linh"), ("Born", "1995-04-03"), ("Nationality", "VN"));
        await forms.Send(("Seen", forms.Seen), ("Address", "3 rue des Lilas"), ("Postcode", "75011"), ("Commune", "Paris"));
        Assert.That(forms.Page, Does.Contain("<option selected=\"selected\" value=\"75\">").Or.Contain("<option value=\"75\" selected=\"selected\">"), "that of the postcode");
        await forms.Send(("Seen", forms.Seen), ("Prefecture", "75"));
        return forms;
    }
}
