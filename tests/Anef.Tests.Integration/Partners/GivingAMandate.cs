using System.Net;
using System.Text.RegularExpressions;
using Anef.Notifications.Persistence;
using Anef.PartnerOrganisations.Domain;
using Anef.SharedKernel.Security;
using Anef.Tests.Integration.Accounts;
using Anef.Tests.Integration.Space;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Partners;

internal sealed partial class GivingAMandate
{
    private const string Ask = "/partenaires/mandats/nouveau";

    [Test]
    public async Task By_a_code_that_the_person_gives_to_the_organisation()
    {
        await using var asso = await Asso.Start();
        using var mona = asso.As(asso.Mona);
        var sent = await mona.Post(Ask, "Code", Of(asso.Awa.Number));
        var code = (await CodesTo(asso, 1))[0];
        var kept = await asso.Look(db => db.Set<MandateCode>().SingleAsync());
        Assert.That(kept.Hash, Does.Not.Contain(code.Replace(" ", "", StringComparison.Ordinal)));
        Assert.That(await asso.Look(db => db.Mandates.CountAsync()), Is.Zero);

        var entered = await mona.Post(sent.Location!, null, ("Code", code));
        Assert.That(entered.Location, Does.StartWith("/partenaires/mandats"));
        var mandate = await asso.Look(db => db.Mandates.SingleAsync());
        Assert.That((mandate.PersonId, mandate.Proof, mandate.HoldsOn(new(2026, 3, 2))), Is.EqualTo((asso.Awa.Person, MandateProof.Code, true)));
        var again = await mona.Post(sent.Location!, null, ("Code", code));
        Assert.That(again.Errors, Does.Contain("n'est plus valable"));

        await asso.Site.Drain();
        await using var scope = asso.Site.Services.CreateAsyncScope();
        Assert.That(await scope.ServiceProvider.GetRequiredService<NotificationsDb>().Messages.CountAsync(m => m.Template == "mandateBegins" && m.PersonId == asso.Awa.Person), Is.EqualTo(1));
    }

    [Test]
    public async Task Whether_somebody_exists_cannot_be_told_by_asking_for_a_code()
    {
        await using var asso = await Asso.Start();
        using var mona = asso.As(asso.Mona);
        var known = await mona.Post(Ask, "Code", Of(asso.Awa.Number));
        var unknown = await mona.Post(Ask, "Code", Of("38-2026-NOBODY00"));
        Assert.That((known.Status, known.Location![..30]), Is.EqualTo((unknown.Status, unknown.Location![..30])));
        Assert.That((await mona.Get(known.Location!)).Html, Does.Not.Contain("Awa").And.Not.Contain("Diallo"));
        var first = await mona.Post(known.Location!, null, ("Code", "0000 0000"));
        var second = await mona.Post(unknown.Location!, null, ("Code", "0000 0000"));
        Assert.That((first.Status, Words(first)), Is.EqualTo((second.Status, Words(second))));
    }

    [Test]
    public async Task A_code_is_tried_five_times_at_most_and_lives_two_days()
    {
        await using var asso = await Asso.Start();
        using var mona = asso.As(asso.Mona);
        var tried = await mona.Post(Ask, "Code", Of(asso.Awa.Number));
        var code = (await CodesTo(asso, 1))[0];
        for (var i = 0; i < 5; i++) await mona.Post(tried.Location!, null, ("Code", "12 34"));
        Assert.That((await mona.Post(tried.Location!, null, ("Code", code))).Errors, Does.Contain("n'est plus valable"));

        var old = await mona.Post(Ask, "Code", Of(asso.Awa.Number));
        var second = (await CodesTo(asso, 2)).Single(c => c != code);
        asso.Site.Clock.Advance(TimeSpan.FromHours(49));
        Assert.That((await mona.Post(old.Location!, null, ("Code", second))).Errors, Does.Contain("n'est plus valable"));
        Assert.That(await asso.Look(db => db.Mandates.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task A_code_of_another_organisation_opens_nothing()
    {
        await using var asso = await Asso.Start();
        var other = new Visitor(Guid.CreateVersion7(), "Jean Autre", null, [new(Role.Partner, null)]);
        await asso.Register("Autre", other);
        using var mona = asso.As(asso.Mona);
        var sent = await mona.Post(Ask, "Code", Of(asso.Awa.Number));
        var code = (await CodesTo(asso, 1))[0];
        using var jean = asso.As(other);
        Assert.That((await jean.Post(sent.Location!, null, ("Code", code))).Errors, Does.Contain("n'est plus valable"));
    }

    [Test]
    public async Task About_one_person_three_codes_a_day_are_sent_at_most()
    {
        await using var asso = await Asso.Start();
        using var mona = asso.As(asso.Mona);
        for (var i = 0; i < 3; i++) Assert.That((await mona.Post(Ask, "Code", Of(asso.Awa.Number))).Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await mona.Post(Ask, "Code", Of(asso.Awa.Number))).Errors, Does.Contain("Trop de codes"));
    }

    [Test]
    public async Task By_a_signed_file_that_an_agent_looks_at()
    {
        await using var asso = await Asso.Start();
        using var mona = asso.As(asso.Mona);
        await Asso.Upload(mona, Ask, "File", "Signed", ("mandat.png", Resident.Photograph), OfForm(asso.Awa.Number));
        var proposal = await asso.Look(db => db.Set<MandateProposal>().SingleAsync());
        Assert.That((await mona.Get("/partenaires/mandats")).Html, Does.Contain("en attente").And.Not.Contain("Diallo"));
        Assert.That((await mona.Get("/partenaires")).Html, Does.Not.Contain("Diallo"));

        using var elsewhere = asso.As(TestAccess.Agent(Role.CaseOfficer, "93"));
        Assert.That((await elsewhere.Get($"/agents/mandats/{proposal.Id}/fichier")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        using var officer = asso.As(asso.Officer);
        var looked = await officer.Browser.GetByteArrayAsync(new Uri($"/agents/mandats/{proposal.Id}/fichier", UriKind.Relative));
        Assert.That(looked, Is.EqualTo(Resident.Photograph));
        var onDisk = Directory.GetFiles(Path.Combine(asso.Site.Folder, "documents"), "*", SearchOption.AllDirectories);
        Assert.That(onDisk.Any(f => File.ReadAllBytes(f).AsSpan().IndexOf(Resident.Photograph) >= 0), Is.False);

        await officer.Post("/agents/mandats", "Accept", ("mandate", $"{proposal.Id}"));
        Assert.That((await mona.Get("/partenaires")).Html, Does.Contain("Diallo"));
        Assert.That((await officer.Post("/agents/mandats", "Accept", ("mandate", $"{proposal.Id}"))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_refused_file_is_destroyed_and_the_reason_told()
    {
        await using var asso = await Asso.Start();
        using var mona = asso.As(asso.Mona);
        await Asso.Upload(mona, Ask, "File", "Signed", ("mandat.png", Resident.Photograph), OfForm(asso.Awa.Number));
        var proposal = await asso.Look(db => db.Set<MandateProposal>().SingleAsync());
        using var officer = asso.As(asso.Officer);
        Assert.That((await officer.Post("/agents/mandats", "Refuse", ("mandate", $"{proposal.Id}"), ("reason", " "))).Errors, Does.Contain("Dites pourquoi"));
        await officer.Post("/agents/mandats", "Refuse", ("mandate", $"{proposal.Id}"), ("reason", "Signature illisible"));
        Assert.That((await mona.Get("/partenaires/mandats")).Html, Does.Contain("Signature illisible"));
        Assert.That(await asso.Look(db => db.Mandates.CountAsync()), Is.Zero);
        await using var scope = asso.Site.Services.CreateAsyncScope();
        var files = scope.ServiceProvider.GetRequiredService<Anef.Applications.Contracts.ISealedFiles>();
        await Assert.ThrowsAsync<SharedKernel.Rules.RuleBroken>(() => files.Open(proposal.File, default));
    }

    [Test]
    public async Task By_what_the_person_says_at_a_counter()
    {
        await using var asso = await Asso.Start();
        using var welcome = asso.As(TestAccess.Agent(Role.WelcomePoint, "38"));
        var path = $"/agents/mandats/declaration?numero={asso.Awa.Number}&ne=1990-01-01";
        async Task<Answer> State(Guest who, string seen)
        {
            var page = await who.Get(path);
            var token = Token().Match(page.Html).Groups[1].Value;
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Organisation", $"{asso.Id}"), new("Form.Until", "2026-06-30"), new("Seen", seen)]);
            using var answer = await who.Browser.PostAsync(new Uri(path, UriKind.Relative), form);
            return new(answer.StatusCode, answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }

        Assert.That((await State(welcome, "false")).Errors, Does.Contain("devant vous"));
        Assert.That((await State(welcome, "true")).Status, Is.EqualTo(HttpStatusCode.Redirect));
        var mandate = await asso.Look(db => db.Mandates.SingleAsync());
        Assert.That((mandate.Proof, mandate.ValidatedBy, mandate.Until), Is.EqualTo((MandateProof.CounterStatement, "WelcomePoint 38", new DateOnly(2026, 6, 30))));
        using var elsewhere = asso.As(TestAccess.Agent(Role.WelcomePoint, "93"));
        Assert.That((await elsewhere.Get(path)).Html, Does.Contain("Personne ne répond").And.Not.Contain("Diallo"));
    }

    [Test]
    public async Task Lasts_a_year_at_most()
    {
        await using var asso = await Asso.Start();
        using var mona = asso.As(asso.Mona);
        var answer = await mona.Post(Ask, "Code", ("Form.Number", asso.Awa.Number), ("Form.Born", "1990-01-01"), ("Form.Until", "2027-03-03"));
        Assert.That(answer.Errors, Does.Contain("un an au plus").And.Contain(asso.Awa.Number));
    }

    [Test]
    public async Task The_person_sees_it_and_ends_it_at_once()
    {
        await using var asso = await Asso.Start();
        var mandate = await asso.Mandate();
        using var mona = asso.As(asso.Mona);
        using var awa = asso.As(TestAccess.Applicant(asso.Awa.Person));
        using var neighbour = asso.As(TestAccess.Applicant(Guid.CreateVersion7()));
        Assert.That((await mona.Get("/partenaires")).Html, Does.Contain("Diallo"));
        Assert.That((await awa.Get("/mon-espace/mandats")).Html, Does.Contain("Asso Exemple"));
        await neighbour.Post("/mon-espace/mandats", "Revoke", ("mandate", $"{mandate.Id}"));
        Assert.That((await mona.Get("/partenaires")).Html, Does.Contain("Diallo"));
        await awa.Post("/mon-espace/mandats", "Revoke", ("mandate", $"{mandate.Id}"));
        Assert.That((await mona.Get("/partenaires")).Html, Does.Not.Contain("Diallo"));
        Assert.That((await asso.Look(db => db.Mandates.SingleAsync())).RevokedBy, Is.EqualTo("person"));
    }

    /// <summary>The codes that have left for Awa, among her other mails.</summary>
    private static async Task<IReadOnlyList<string>> CodesTo(Asso asso, int count)
    {
        var town = new Town(asso.Site);
        for (var mails = 1; ; mails++)
        {
            var codes = (await town.MailsTo("awa@example.org", mails)).Where(m => m.Contains("Asso Exemple", StringComparison.Ordinal)).Select(m => Code().Match(m).Value).ToList();
            if (codes.Count >= count) return codes;
        }
    }

    private static (string, string?)[] Of(string number) => [("Form.Number", number), ("Form.Born", "1990-01-01"), ("Form.Until", "2026-06-30")];

    private static (string, string)[] OfForm(string number) => [("Form.Number", number), ("Form.Born", "1990-01-01"), ("Form.Until", "2026-06-30")];

    private static string Words(Answer answer) => answer.Errors.Split("</ul>")[0];

    [GeneratedRegex("[0-9]{4} [0-9]{4}(?![0-9])")]
    private static partial Regex Code();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
