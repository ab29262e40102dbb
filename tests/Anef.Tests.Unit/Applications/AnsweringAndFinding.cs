using Anef.Applications.AmendApplication;
using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.ReadApplication;
using Anef.Applications.WithdrawApplication;
using Anef.SharedKernel.Rules;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications;

internal sealed class AnsweringAndFinding
{
    [Test]
    public async Task The_history_tells_every_act_in_order_with_its_instant()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        desk.On("2026-07-20");
        await desk.Do(new AmendApplication.Request(id, new Dictionary<string, string> { ["employer"] = "Dupont" }));
        desk.On("2026-10-01");
        await desk.Do(new SignDecision.Request(id, DecisionOutcome.Grant, []));
        await desk.Do(new NotifyDecision.Request(id));
        var view = await desk.Ask<ReadApplication.Request, ReadApplication.View>(new((await desk.Look(id)).Number.ToLowerInvariant()));
        Assert.That(view.History.Select(h => (DateOnly.FromDateTime(h.At.Date), h.What, h.Detail)), Is.EqualTo(new[]
        {
            (Law.Day("2026-07-15"), "filed", "online"), (Law.Day("2026-07-15"), "fileComplete", "2026-07-15"), (Law.Day("2026-07-20"), "amended", "employer"), (Law.Day("2026-10-01"), "decisionSigned", ""), (Law.Day("2026-10-01"), "decisionNotified", "grant"),
        }));
        Assert.That((view.Name, view.Status, view.Site), Is.EqualTo(("Awa Diallo", "granted", "Préfecture 75")));
    }

    [Test]
    public async Task Every_computed_day_is_shown_with_its_rule_and_every_fact_without()
    {
        await using var desk = new Desk();
        var view = await desk.Ask<ReadApplication.Request, ReadApplication.View>(new((await desk.Look(await desk.Filed())).Number));
        Assert.That(view.Dates.ToDictionary(d => d.Name, d => (d.On, d.Rule?.Article)), Is.EqualTo(new Dictionary<string, (DateOnly, string?)>
        {
            ["windowOpens"] = (Law.Day("2026-06-02"), "R.431-5 1°"),
            ["windowCloses"] = (Law.Day("2026-08-01"), "R.431-5 1°"),
            ["filedOn"] = (Law.Day("2026-07-15"), null),
            ["completeSince"] = (Law.Day("2026-07-15"), null),
            ["implicitRefusalOn"] = (Law.Day("2026-11-15"), view.Dates.Single(d => d.Name == "implicitRefusalOn").Rule!.Article),
        }));
    }

    [Test]
    public async Task Neighbours_are_told_filed_requests_in_the_order_of_filing_and_no_draft()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        await desk.File(new(person, "CJF")); // too early
        var duplicate = (await desk.File(new(person, "DUP"))).ApplicationId;
        desk.On("2026-08-05");
        var late = (await desk.File(new(person, "CJF"))).ApplicationId;
        var paper = (await desk.File(new(person, "PEF") { Channel = "post", ReceivedOn = Law.Day("2026-07-30") })).ApplicationId;
        var facts = (await desk.With((IApplications a) => a.Person(person, default)))!;
        Assert.That(facts.Applications.Select(a => (a.ApplicationId, a.CoveredByTimeliness)), Is.EqualTo(new[] { (duplicate, true), (paper, true), (late, false) }));
        Assert.That((facts.Held!.ValidUntil, facts.Held.DeclaredLost, facts.Prefecture, facts.Identity.Surname), Is.EqualTo((Law.Day("2026-09-30"), true, "75", "Diallo")));
        Assert.That((await desk.With((IApplications a) => a.PersonOfApplication(late, default)))!.PersonId, Is.EqualTo(person));
    }

    [Test]
    public async Task Neighbours_are_told_how_a_request_ended()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        await desk.Do(new WithdrawApplication.Request(file.Id));
        await desk.Days("2026-07-22");
        var told = (await desk.With((IApplications a) => a.Person(file.PersonId, default)))!.Applications.Single();
        Assert.That((told.EndedOn, told.EndReason, told.Undecided, told.Work), Is.EqualTo(((DateOnly?)Law.Day("2026-07-22"), "withdrawn", false, WorkRight.Yes)));
    }

    [Test]
    public async Task Neighbours_are_told_nothing_of_whom_nobody_knows()
    {
        await using var desk = new Desk();
        Assert.That(await desk.With((IApplications a) => a.Person(Guid.Empty, default)), Is.Null);
        Assert.That(await desk.With((IApplications a) => a.PersonOfApplication(Guid.Empty, default)), Is.Null);
        Assert.That(await desk.With((IApplications a) => a.Contact(Guid.Empty, default)), Is.Null);
    }

    [Test]
    public async Task People_are_gone_through_page_by_page()
    {
        await using var desk = new Desk();
        var people = new[] { await desk.Register(), await desk.Register(), await desk.Register() };
        var first = await desk.With((IApplications a) => a.PeopleAfter(Guid.Empty, 2, default));
        var second = await desk.With((IApplications a) => a.PeopleAfter(first[^1], 2, default));
        Assert.That(first.Concat(second), Is.EquivalentTo(people).And.Unique);
    }

    [Test]
    public async Task A_person_is_reached_as_they_asked()
    {
        await using var desk = new Desk();
        var person = await desk.Register(Desk.Holder() with { SafeContact = true, Language = "ar", Postcode = "75011", Commune = "Paris" });
        var contact = (await desk.With((IApplications a) => a.Contact(person, default)))!;
        Assert.That((contact.FullName, contact.Email, contact.SafeContact, contact.Deceased, contact.Language, contact.Prefecture), Is.EqualTo(("Awa Diallo", "awa@example.org", true, false, "ar", "75")));
        Assert.That(contact.PostalAddress, Is.EqualTo(new[] { "1 rue de l'Exemple", "75011 Paris" }));
    }
}
