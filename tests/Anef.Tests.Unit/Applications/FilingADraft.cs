using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.DropDraft;
using Anef.Applications.FileApplication;
using Anef.Applications.FileDraft;
using Anef.Applications.ForeseeFiling;
using Anef.Applications.Persistence;
using Anef.Applications.ReadDraft;
using Anef.Applications.SaveDraft;
using Anef.Applications.StartDraft;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Security;
using Anef.Tests.Unit.Procedures;
using Microsoft.EntityFrameworkCore;
using NSubstitute;

namespace Anef.Tests.Unit.Applications;

internal sealed class FilingADraft
{
    [Test]
    public async Task Somebody_unknown_is_registered_filed_for_and_tied_to_the_account()
    {
        await using var desk = new Desk();
        var draft = await desk.DraftOfAStranger();
        var file = await desk.Attach(draft, "IDN", Papers.Pdf());
        var filed = await File(desk, draft);
        var application = await desk.Look(filed.ApplicationId);
        var person = await desk.Someone(application.PersonId);
        Assert.That((person.Identity.Surname, person.Contact.Email, person.Contact.Address!.Commune, application.Channel, application.Number), Is.EqualTo(("Nguyen", (string?)null, "Paris", "online", filed.Number)));
        Assert.That((await desk.Told<PersonOfAccount>()).Single(), Is.EqualTo(new PersonOfAccount(desk.Visitor.AccountId!.Value, person.Id)));
        var brought = application.Documents.Where(d => d.ReceivedOn is not null).ToList();
        Assert.That(brought.Select(d => (d.Code, d.Versions.Single().File)), Is.EqualTo(new[] { ("IDN", file) }));
        Assert.That(application.Documents.Count(d => d.ReceivedOn is null), Is.GreaterThan(2), "all the others are missing");
    }

    [Test]
    public async Task Filed_twice_it_is_the_same_number()
    {
        await using var desk = new Desk();
        await desk.SignInAsHolder();
        desk.On("2026-07-15");
        var draft = await desk.Ask<StartDraft.Request, Guid>(new("CJF"));
        var (one, other) = (await File(desk, draft), await File(desk, draft));
        Assert.That(other, Is.EqualTo(one));
        Assert.That(await desk.With((ApplicationsDb db) => db.Applications.CountAsync()), Is.EqualTo(1));
        Assert.That((await desk.Refused<SaveDraft.Request, Anef.SharedKernel.UseCases.Done>(new(draft, "contact", new Dictionary<string, string?>(), 0))).Code, Is.EqualTo("applications.draft-filed"), "the back button");
        Assert.That((await desk.Refused(new DropDraft.Request(draft))).Code, Is.EqualTo("applications.draft-filed"));
    }

    [Test]
    public async Task Filed_at_the_same_time_from_several_tabs_it_is_the_same_number()
    {
        await using var desk = new Desk();
        var draft = await desk.DraftOfAStranger();
        var filed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => File(desk, draft))));
        Assert.That(filed.Select(f => f.Number).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await desk.With((ApplicationsDb db) => db.People.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Too_early_it_is_kept_and_the_same_draft_is_filed_when_the_window_opens()
    {
        await using var desk = new Desk("2026-05-01");
        await desk.SignInAsHolder();
        var draft = await desk.Ask<StartDraft.Request, Guid>(new("CJF"));
        await desk.Attach(draft, "IDN", Papers.Pdf());
        Assert.That((await Foresee(desk, draft)).OpensOn, Is.EqualTo(Law.Day("2026-06-02")));
        var kept = await File(desk, draft);
        Assert.That((kept.OpensOn, (await desk.Look(kept.ApplicationId)).IsDraft), Is.EqualTo(((DateOnly?)Law.Day("2026-06-02"), true)));
        desk.On("2026-06-02");
        var filed = await File(desk, draft);
        Assert.That((filed.Number, filed.OpensOn, (await desk.Look(filed.ApplicationId)).Documents.Single(d => d.Code == "IDN").Versions.Count), Is.EqualTo((kept.Number, (DateOnly?)null, 1)));
    }

    [Test]
    public async Task Late_it_says_what_that_means_and_is_filed_once_that_is_accepted()
    {
        await using var desk = new Desk();
        await desk.SignInAsHolder();
        desk.On("2026-08-20");
        var draft = await desk.Ask<StartDraft.Request, Guid>(new("CJF"));
        var foreseen = await Foresee(desk, draft);
        Assert.That((foreseen.Late, foreseen.WindowCloses, foreseen.LateFee!.Amount), Is.EqualTo((true, (DateOnly?)Law.Day("2026-08-01"), 180m)));
        Assert.That(foreseen.LateFee.WaysOut, Is.Not.Empty);
        Assert.That((await desk.Refused<FileDraft.Request, FileDraft.Filed>(new(draft))).Code, Is.EqualTo("applications.late-not-confirmed"));
        Assert.That((await desk.Look((await File(desk, draft, late: true)).ApplicationId)).Timeliness, Is.EqualTo(Timeliness.Late));
    }

    [Test]
    public async Task The_same_request_on_its_way_is_a_choice_and_not_a_second_request()
    {
        await using var desk = new Desk();
        await desk.SignInAsHolder();
        desk.On("2026-07-15");
        var first = await File(desk, await desk.Ask<StartDraft.Request, Guid>(new("CJF")));
        var again = await desk.Ask<StartDraft.Request, Guid>(new("CJF"));
        Assert.That((await Foresee(desk, again)).Conflict, Is.EqualTo(new ForeseeFiling.RunningRequest(first.ApplicationId, first.Number, (await desk.Look(first.ApplicationId)).ProcedureName, Law.Day("2026-07-15"))));
        Assert.That((await desk.Refused<FileDraft.Request, FileDraft.Filed>(new(again))).Code, Is.EqualTo("applications.conflict"));
    }

    [TestCase("inHand", null)]
    [TestCase("neverReceived", "handOverReconciliation")]
    [TestCase("lost", null)]
    public async Task What_became_of_the_held_card_blocks_nothing(string state, string? task)
    {
        await using var desk = new Desk();
        var person = await desk.SignInAsHolder();
        desk.On("2026-07-15");
        var draft = await desk.Ask<StartDraft.Request, Guid>(new("CJF"));
        await desk.Save(draft, "situation", ("held", "yes"), ("heldState", state));
        var filed = await File(desk, draft);
        Assert.That((await desk.Look(filed.ApplicationId)).FiledOn, Is.EqualTo(Law.Day("2026-07-15")));
        Assert.That(await desk.Tasks(), task is null ? Is.Empty : Is.EqualTo(new[] { task }));
        Assert.That((await desk.Someone(person)).Held!.Lost, Is.EqualTo(state == "lost"));
    }

    [Test]
    public async Task A_card_that_no_register_knows_counts_as_declared_and_is_to_be_checked()
    {
        await using var desk = new Desk("2026-07-15");
        var draft = await desk.DraftOfAStranger(kind: "renewal");
        await desk.Do(new SaveDraft.Request(draft, "situation", new Dictionary<string, string?> { ["held"] = "yes", ["heldProcedure"] = "CJF", ["heldUntil"] = "2026-09-30", ["heldNumber"] = "AB123" }, 1));
        var application = await desk.Look((await File(desk, draft)).ApplicationId);
        Assert.That((application.Kind, application.Timeliness, application.WindowCloses), Is.EqualTo(("renewal", Timeliness.InTime, (DateOnly?)Law.Day("2026-08-01"))));
        Assert.That(await desk.Tasks(), Is.EqualTo(new[] { "heldPermitDeclared" }));
    }

    [TestCase("situation", "held")]
    [TestCase("identity", "born")]
    [TestCase("place", "prefecture")]
    public async Task Without_an_answer_that_the_law_needs_it_says_where_to_go(string step, string field)
    {
        await using var desk = new Desk();
        var draft = await desk.DraftOfAStranger();
        await desk.Do(new SaveDraft.Request(draft, step, new Dictionary<string, string?> { [field] = "" }, 1));
        Assert.That((await Foresee(desk, draft)).Missing, Is.EqualTo((step, field)));
        Assert.That((await desk.Refused<FileDraft.Request, FileDraft.Filed>(new(draft))).Code, Is.EqualTo("applications.draft-incomplete"));
    }

    [Test]
    public async Task For_somebody_at_a_counter_their_consent_is_asked_and_kept()
    {
        await using var desk = new Desk("2026-07-15");
        desk.Visitor = Desk.Agent(Role.WelcomePoint, "75");
        var draft = await desk.DraftOfAStranger();
        Assert.That((await desk.Refused<FileDraft.Request, FileDraft.Filed>(new(draft))).Code, Is.EqualTo("applications.consent"));
        var filed = await desk.Ask<FileDraft.Request, FileDraft.Filed>(new(draft, Consent: true));
        var help = await desk.With((ApplicationsDb db) => db.AssistedFilings.AsNoTracking().SingleAsync());
        Assert.That((help.Id, help.Account, help.Name, help.Channel, help.ConsentAt), Is.EqualTo((filed.ApplicationId, desk.Visitor.AccountId, "Agent 75", "welcomePoint", desk.Clock.GetUtcNow())));
        Assert.That((await desk.Look(filed.ApplicationId)).Channel, Is.EqualTo("welcomePoint"));
        Assert.That(await desk.Told<PersonOfAccount>(), Is.Empty, "the agent's account is not the person");
    }

    [Test]
    public async Task A_letter_counts_from_the_day_of_its_receipt()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        desk.On("2026-08-05");
        desk.Visitor = Desk.Agent(Role.CaseOfficer, "75");
        var draft = await desk.Ask<StartDraft.Request, Guid>(new("CJF", For: person, Channel: "post", ReceivedOn: Law.Day("2026-07-30")));
        var application = await desk.Look((await desk.Ask<FileDraft.Request, FileDraft.Filed>(new(draft, Consent: true))).ApplicationId);
        Assert.That((application.FiledOn, application.Timeliness, application.Channel), Is.EqualTo(((DateOnly?)Law.Day("2026-07-30"), Timeliness.InTime, "post")));
    }

    [Test]
    public async Task A_move_told_in_the_draft_sends_the_new_request_to_the_new_prefecture_and_offers_it_the_pending_one()
    {
        await using var desk = new Desk();
        var pending = await desk.Filed("2026-07-15");
        var person = (await desk.Look(pending)).PersonId;
        desk.Visitor = Desk.Applicant(person);
        var draft = await desk.Ask<StartDraft.Request, Guid>(new("DUP", "duplicate"));
        await desk.Save(draft, "place", ("prefecture", "69"));
        Assert.That((await desk.Look((await File(desk, draft)).ApplicationId)).Prefecture, Is.EqualTo("69"));
        Assert.That((await desk.Look(pending)).Offer!.To, Is.EqualTo("69"));
    }

    private static Task<FileDraft.Filed> File(Desk desk, Guid draft, bool late = false) => desk.Ask<FileDraft.Request, FileDraft.Filed>(new(draft, late));

    private static Task<ForeseeFiling.Foreseen> Foresee(Desk desk, Guid draft) => desk.Ask<ForeseeFiling.Request, ForeseeFiling.Foreseen>(new(draft));
}
