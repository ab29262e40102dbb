using System.Net;
using System.Text.RegularExpressions;
using Anef.Applications.Contracts;
using Anef.Notifications.Compose;
using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.Notifications.Settings;
using Anef.Notifications.WriteMessages;
using Anef.SharedKernel.Rules;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Unit.Notifications;

internal sealed partial class ChoosingPreferences
{
    [Test]
    public async Task Reminders_may_stay_in_the_account_and_what_is_legal_leaves_all_the_same()
    {
        await using var room = new Mailroom();
        await room.Choose(Channel.Email, Channel.Letter, reminders: false, progress: false);
        await room.Tell<TellOfWindows, WindowReminderDue>(new(Mailroom.Imen, "SAL", new(2026, 12, 1), new(2026, 10, 2), 61, false));
        await room.Tell<TellOfRequest, ApplicationComplete>(new(Mailroom.Imen, Mailroom.Request, new(2026, 10, 1), null));
        await room.Announce();
        Assert.That((await room.Messages()).ToDictionary(m => m.Template, m => m.Channel), Is.EqualTo(new Dictionary<string, Channel>
        {
            ["windowReminder"] = Channel.InApp, ["complete"] = Channel.InApp, ["cardReady"] = Channel.Email,
        }));
    }

    [Test]
    public async Task A_safe_contact_gets_a_mail_that_says_nothing_and_the_known_addresses_get_none()
    {
        await using var room = new Mailroom();
        room.Contact(room.Person with { SafeContact = true });
        await room.Choose(Channel.Email, Channel.Letter, safeEmail: "soutien@asso.example");
        await room.Announce();
        await room.Pump();
        var message = await room.Message();
        Assert.That((message.Channel, message.Address, message.Subject, message.State), Is.EqualTo((Channel.Email, "soutien@asso.example", "Votre démarche", MessageState.Sent)));
        Assert.That(message.Text, Does.Not.Contain("titre de séjour").And.Contain("adresse sûre"));
        Assert.That(message.Html, Does.Not.Contain("titre de séjour"));
    }

    [Test]
    public async Task A_safe_postal_address_gets_a_letter_that_says_nothing_and_encloses_nothing()
    {
        await using var room = new Mailroom();
        room.Contact(room.Person with { SafeContact = true });
        await room.Choose(Channel.Email, Channel.Letter, safeAddress: "Association Refuge\nBP 12\n33000 Bordeaux");
        await room.Tell<TellOfAttestations, Anef.Attestations.Contracts.AttestationIssued>(
            new(Mailroom.Imen, Mailroom.Request, "ABCD", Anef.Attestations.Contracts.AttestationKind.Receipt, new(2026, 10, 1), new(2026, 12, 31), WorkRight.No, null, "33", "R.431-12", null, false));
        await room.Pump();
        var message = await room.Message();
        Assert.That((message.Channel, message.Address, message.State), Is.EqualTo((Channel.Letter, "Association Refuge\nBP 12\n33000 Bordeaux", MessageState.Sent)));
        Assert.That(message.Text, Does.Not.Contain("ABCD").And.Not.Contain("attestation"));
    }

    [Test]
    public async Task A_mail_written_before_the_danger_was_known_goes_to_the_safe_contact_without_its_words()
    {
        await using var room = new Mailroom();
        await room.Choose(Channel.Email, Channel.Letter, safeEmail: "soutien@asso.example");
        await room.Announce();
        room.Contact(room.Person with { SafeContact = true });
        await room.Pump();
        await room.Pump();
        Assert.That(((await room.Message()).Address, (await room.Message()).Neutral), Is.EqualTo(("soutien@asso.example", true)));
        Assert.That(Directory.GetFiles(room.Outgoing), Has.Length.EqualTo(1));
    }

    [TestCase("fr")]
    [TestCase("en")]
    [TestCase("ar")]
    public async Task A_text_message_is_one_and_names_no_permit(string language)
    {
        await using var room = new Mailroom();
        var text = await room.Ask(s => Task.FromResult(s.GetRequiredService<SmsWords>().In(language)));
        Assert.That(text, Does.Not.Contain("séjour").And.Not.Contain("permit").And.Not.Contain("إقامة"));
        // In Arabic the address alone takes most of the 70 letters.
        Assert.That(SmsWords.Parts(text), Is.LessThanOrEqualTo(language == "ar" ? 2 : 1));
    }

    [TestCase(160, 'a', 1)]
    [TestCase(161, 'a', 2)]
    [TestCase(80, '€', 1)]
    [TestCase(81, '€', 2)]
    [TestCase(70, 'م', 1)]
    [TestCase(71, 'م', 2)]
    public void A_text_is_counted_as_networks_count(int letters, char letter, int parts) => Assert.That(SmsWords.Parts(new string(letter, letters)), Is.EqualTo(parts));

    [TestCase("06 12 34 56 78", "+33612345678")]
    [TestCase("+33 (0)6 12 34 56 78", "+33612345678")]
    [TestCase("0033612345678", "+33612345678")]
    [TestCase("0690 30 12 34", "+590690301234")]
    [TestCase("0692 01 23 45", "+262692012345")]
    [TestCase("+216 20 123 456", "+21620123456")]
    [TestCase("12", null)]
    [TestCase("nom@exemple.fr", null)]
    [TestCase("", null)]
    public void A_number_is_written_as_gateways_want_it(string typed, string? normal) => Assert.That(Phones.Normal(typed), Is.EqualTo(normal));

    [Test]
    public async Task A_number_that_does_not_exist_is_refused()
    {
        await using var room = new Mailroom();
        Assert.That(() => room.Choose(Channel.Sms, Channel.Email, "12"), Throws.InstanceOf<RuleBroken>().With.Property("Code").EqualTo("notifications.phone"));
        Assert.That(() => room.Choose(Channel.Sms, Channel.Email), Throws.InstanceOf<RuleBroken>().With.Property("Code").EqualTo("notifications.sms-needs-phone"));
    }

    [Test]
    public async Task The_page_keeps_what_was_typed_and_says_what_is_wrong_in_the_readers_language()
    {
        await using var room = new Mailroom();
        await using var site = await MailroomSite.Open(room);
        using var browser = Browser(site.Urls.Single(), Mailroom.Imen);
        var answer = await Post(browser, new() { ["First"] = "Sms", ["Second"] = "Email", ["Phone"] = "12", ["Language"] = "fr" });
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page, Does.Contain("Ce numéro n’existe pas").And.Contain("value=\"12\""));
        Assert.That(await room.Ask(s => s.GetRequiredService<NotificationsDb>().Preferences.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task The_page_keeps_the_choice()
    {
        await using var room = new Mailroom();
        await using var site = await MailroomSite.Open(room);
        using var browser = Browser(site.Urls.Single(), Mailroom.Imen);
        await Post(browser, new() { ["First"] = "Sms", ["Second"] = "Letter", ["Phone"] = "06 12 34 56 78", ["Language"] = "ar", ["Progress"] = "true" });
        var kept = await room.Ask(s => s.GetRequiredService<NotificationsDb>().Preferences.AsNoTracking().SingleAsync());
        Assert.That((kept.PersonId, kept.First, kept.Second, kept.Phone, kept.Language, kept.Reminders, kept.Progress),
            Is.EqualTo((Mailroom.Imen, Channel.Sms, Channel.Letter, "+33612345678", "ar", false, true)));
    }

    [Test]
    public async Task An_account_without_a_person_is_told_when_it_may_choose()
    {
        await using var room = new Mailroom();
        await using var site = await MailroomSite.Open(room);
        using var browser = Browser(site.Urls.Single(), null);
        Assert.That(WebUtility.HtmlDecode(await browser.GetStringAsync("/mon-espace/notifications")), Does.Contain("dès que vous aurez une demande"));
    }

    private static HttpClient Browser(string address, Guid? person) => new HttpClient(new HttpClientHandler(), disposeHandler: true) { BaseAddress = new Uri(address) }.As(TestAccess.Applicant(person));

    private static async Task<HttpResponseMessage> Post(HttpClient browser, Dictionary<string, string> form)
    {
        form["__RequestVerificationToken"] = Token().Match(await browser.GetStringAsync("/mon-espace/notifications")).Groups[1].Value;
        using var content = new FormUrlEncodedContent(form);
        return await browser.PostAsync("/mon-espace/notifications", content);
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
