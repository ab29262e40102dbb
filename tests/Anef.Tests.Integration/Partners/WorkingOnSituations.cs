using System.Net;
using Anef.PartnerOrganisations.Domain;
using Anef.SharedKernel.Security;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Integration.Partners;

internal sealed class WorkingOnSituations
{
    [Test]
    public async Task What_is_due_first_stands_first_and_what_is_late_is_counted()
    {
        await using var asso = await Asso.Start();
        await asso.Situation("P-38-2026-LOIN", new(2026, 3, 20), asso.Awa.Person);
        await asso.Situation("P-38-2026-TARD", new(2026, 2, 27), asso.Awa.Person, priority: 0);
        await asso.Situation("P-38-2026-PRES", new(2026, 3, 3), asso.Awa.Person);
        await asso.Situation("P-93-2026-AUTRE", new(2026, 3, 1), asso.Awa.Person, "93");
        using var officer = asso.As(asso.Officer);
        var html = (await officer.Get("/agents/partenaires")).Html;
        Assert.That(html.IndexOf("TARD", StringComparison.Ordinal), Is.LessThan(html.IndexOf("PRES", StringComparison.Ordinal)).And.GreaterThan(0));
        Assert.That(html.IndexOf("PRES", StringComparison.Ordinal), Is.LessThan(html.IndexOf("LOIN", StringComparison.Ordinal)));
        Assert.That(html, Does.Not.Contain("AUTRE").And.Contain("1 à 1 jour").And.Contain("délai dépassé"));
        Assert.That((await officer.Get("/agents/partenaires?etat=late")).Html, Does.Contain("TARD").And.Not.Contain("PRES"));
        Assert.That((await officer.Get("/agents/partenaires/P-93-2026-AUTRE")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_question_is_answered_in_the_thread_and_the_answer_closes_it()
    {
        await using var asso = await Asso.Start();
        await asso.Situation("P-38-2026-A", new(2026, 3, 5), asso.Awa.Person);
        using var officer = asso.As(asso.Officer);
        using var mona = asso.As(asso.Mona);
        const string Page = "/agents/partenaires/P-38-2026-A";
        Assert.That((await officer.Post(Page, "Ask", ("Text", ""))).Errors, Does.Contain("Écrivez votre message"));
        await officer.Post(Page, "Ask", ("Text", "Quelle date d'arrivée ?"));
        Assert.That((await mona.Get("/partenaires/situations/P-38-2026-A")).Html, Does.Contain("Quelle date d'arrivée ?").And.Contain("à compléter"));
        await mona.Post("/partenaires/situations/P-38-2026-A", null, ("Text", "Le 3 mai."));
        Assert.That((await officer.Get(Page)).Html, Does.Contain("Le 3 mai.").And.Contain("Mona Karim (Asso Exemple)"));
        Assert.That((await asso.Look(db => db.Cases.SingleAsync())).Status, Is.EqualTo(LineStatus.Routed));
        await officer.Post(Page, "Answer", ("Text", "C'est réglé."));
        var closed = await asso.Look(db => db.Cases.SingleAsync());
        Assert.That((closed.Status, closed.IsOpen), Is.EqualTo((LineStatus.Answered, false)));
        Assert.That(await asso.Look(db => db.Outbox.CountAsync(m => m.Type.EndsWith("CaseAnswered"))), Is.EqualTo(1));
    }

    [TestCase(true, LineStatus.Routed)]
    [TestCase(false, LineStatus.RefusedNoMandate)]
    public async Task Recognising_somebody_needs_their_mandate(bool mandated, LineStatus status)
    {
        await using var asso = await Asso.Start();
        if (mandated) await asso.Mandate();
        await asso.Situation("P-00-2026-A", new(2026, 3, 5), prefecture: null);
        using var officer = asso.As(asso.Officer);
        Assert.That((await officer.Post("/agents/partenaires/P-00-2026-A", "Identify", ("Number", asso.Awa.Number), ("Born", "1990-01-02"))).Errors, Does.Contain("Personne ne répond"));
        await officer.Post("/agents/partenaires/P-00-2026-A", "Identify", ("Number", asso.Awa.Number), ("Born", "1990-01-01"));
        var found = await asso.Look(db => db.Cases.SingleAsync());
        Assert.That((found.Status, found.PersonId), Is.EqualTo((status, mandated ? asso.Awa.Person : (Guid?)null)));
        using var mona = asso.As(asso.Mona);
        Assert.That((await mona.Get("/partenaires/situations/P-00-2026-A")).Html, Does.Not.Contain("Diallo"));
    }

    [Test]
    public async Task Passed_on_it_is_the_other_prefectures_with_the_same_day()
    {
        await using var asso = await Asso.Start();
        await asso.Situation("P-38-2026-A", new(2026, 3, 5), asso.Awa.Person);
        using var officer = asso.As(asso.Officer);
        await officer.Post("/agents/partenaires/P-38-2026-A", "Pass", ("To", "93"));
        using var other = asso.As(TestAccess.Agent(Role.CaseOfficer, "93"));
        Assert.That((await other.Get("/agents/partenaires/P-38-2026-A")).Html, Does.Contain("5 mars 2026").And.Contain("confiée à la préfecture 93"));
        Assert.That((await officer.Get("/agents/partenaires/P-38-2026-A")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Another_organisation_does_not_see_it()
    {
        await using var asso = await Asso.Start();
        await asso.Situation("P-38-2026-A", new(2026, 3, 5), asso.Awa.Person);
        var other = new Visitor(Guid.CreateVersion7(), "Jean Autre", null, [new(Role.Partner, null)]);
        await asso.Register("Autre", other);
        using var jean = asso.As(other);
        Assert.That((await jean.Get("/partenaires/situations/P-38-2026-A")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await jean.Get("/partenaires/situations")).Html, Does.Not.Contain("P-38-2026-A"));
    }
}
