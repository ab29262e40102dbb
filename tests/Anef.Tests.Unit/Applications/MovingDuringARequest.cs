using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.MovePerson;
using Anef.Applications.WithdrawApplication;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications;

/// <summary>T40: a file of 93 whose person moves to 69 on 20 December.</summary>
internal sealed class MovingDuringARequest
{
    [Test]
    public async Task T40_The_file_stays_with_the_old_prefecture_until_it_is_accepted()
    {
        await using var desk = new Desk();
        var (person, id) = await Moved(desk);
        var file = await desk.Look(id);
        Assert.That((file.Prefecture, file.Offer!.To, file.Offer.AcceptedAtLatestOn), Is.EqualTo(("93", "69", Law.Day("2026-12-25"))));
        Assert.That((await desk.Someone(person)).Prefecture, Is.EqualTo("93"));
        Assert.That((await desk.Told<TransferOffered>()).Single(), Is.EqualTo(new TransferOffered(person, id, "93", "69", Law.Day("2026-12-25"))));
    }

    [Test]
    public async Task T40_Accepted_it_goes_with_its_number_and_all_its_dates()
    {
        await using var desk = new Desk();
        var (person, id) = await Moved(desk);
        var before = await desk.Look(id);
        desk.On("2026-12-22");
        await desk.Do(new AcceptTransfer.Request(id, "69"));
        var after = await desk.Look(id);
        Assert.That((after.Prefecture, after.Offer, after.Site), Is.EqualTo(("69", (Anef.Applications.Domain.TransferOffer?)null, (string?)null)));
        Assert.That((after.Number, after.FiledOn, after.FiledAt, after.CompleteSince, after.ImplicitRefusalOn, after.Timeliness),
            Is.EqualTo((before.Number, before.FiledOn, before.FiledAt, before.CompleteSince, before.ImplicitRefusalOn, before.Timeliness)));
        Assert.That((await desk.Someone(person)).Prefecture, Is.EqualTo("69"));
        Assert.That((await desk.Told<Transferred>()).Single(), Is.EqualTo(new Transferred(person, id, "93", "69")));
    }

    [Test]
    public async Task T40_Without_an_answer_it_is_taken_as_accepted_after_five_days_once()
    {
        await using var desk = new Desk();
        var (person, id) = await Moved(desk, "974");
        await desk.Days("2026-12-24");
        Assert.That((await desk.Look(id)).Prefecture, Is.EqualTo("93"));
        await desk.Days("2026-12-26");
        Assert.That(((await desk.Look(id)).Zone, (await desk.Someone(person)).Zone), Is.EqualTo(("Indian/Reunion", "Indian/Reunion")));
        Assert.That(await desk.Told<Transferred>(), Has.Count.EqualTo(1));
        await desk.Do(new AcceptTransfer.Request(id, "974")); // its answer, late
        Assert.That(await desk.Told<Transferred>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_prefecture_that_it_is_not_offered_to_cannot_take_it()
    {
        await using var desk = new Desk();
        var (_, id) = await Moved(desk);
        Assert.That((await desk.Refused(new AcceptTransfer.Request(id, "75"))).Code, Is.EqualTo("applications.not-offered"));
        Assert.That((await desk.Refused(new AcceptTransfer.Request(id, "988"))).Code, Is.EqualTo("prefectures.outside-scope"));
    }

    [Test]
    public async Task A_return_before_the_answer_takes_the_offer_back()
    {
        await using var desk = new Desk();
        var (person, id) = await Moved(desk);
        await desk.Do(new MovePerson.Request(person, "93"));
        await desk.Days("2026-12-30");
        Assert.That(((await desk.Look(id)).Prefecture, (await desk.Look(id)).Offer), Is.EqualTo(("93", (Anef.Applications.Domain.TransferOffer?)null)));
    }

    [Test]
    public async Task A_file_that_ended_meanwhile_goes_nowhere()
    {
        await using var desk = new Desk();
        var (person, id) = await Moved(desk);
        await desk.Do(new Anef.Applications.CloseApplication.CloseApplication.Request(id, "leftAtOwnRequest"));
        Assert.That((await desk.Refused(new AcceptTransfer.Request(id, "69"))).Code, Is.EqualTo("applications.over"));
        await desk.Days("2026-12-26");
        Assert.That(((await desk.Look(id)).Prefecture, (await desk.Someone(person)).Prefecture), Is.EqualTo(("93", "93")));
    }

    [Test]
    public async Task Is_over_with_the_decision_of_the_old_prefecture()
    {
        await using var desk = new Desk();
        var (_, id) = await Moved(desk);
        await desk.Do(new SignDecision.Request(id, DecisionOutcome.Grant, []));
        await desk.Do(new NotifyDecision.Request(id));
        await desk.Days("2026-12-30");
        var file = await desk.Look(id);
        Assert.That((file.Prefecture, file.Offer), Is.EqualTo(("93", (Anef.Applications.Domain.TransferOffer?)null)));
    }

    [Test]
    public async Task Without_a_file_the_person_lives_there_at_once_in_that_prefecture_s_rhythm()
    {
        await using var desk = new Desk(local: p => p.Code == "974" ? p with { ReminderDays = [118] } : p);
        var person = await desk.Register();
        desk.On("2026-06-02");
        await desk.Day();
        await desk.Do(new MovePerson.Request(person, "974"));
        var someone = await desk.Someone(person);
        Assert.That((someone.Prefecture, someone.Zone, someone.NextReminderOn), Is.EqualTo(("974", "Indian/Reunion", (DateOnly?)Law.Day("2026-06-04"))));
    }

    [Test]
    public async Task From_outside_the_territories_of_the_code_the_reminders_begin()
    {
        await using var desk = new Desk();
        var person = await desk.Register(Desk.Holder(prefecture: "988"));
        Assert.That((await desk.Someone(person)).NextReminderOn, Is.Null);
        await desk.Do(new MovePerson.Request(person, "75"));
        Assert.That((await desk.Someone(person)).NextReminderOn, Is.EqualTo(Law.Day("2026-06-02")));
    }

    [Test]
    public async Task Every_pending_file_is_offered_and_none_that_is_over()
    {
        await using var desk = new Desk();
        var over = await desk.Look(await desk.Filed());
        await desk.Do(new WithdrawApplication.Request(over.Id));
        var (duplicate, other) = ((await desk.File(new(over.PersonId, "DUP"))).ApplicationId, (await desk.File(new(over.PersonId, "PEF"))).ApplicationId);
        await desk.Days("2026-07-23");
        await desk.Do(new MovePerson.Request(over.PersonId, "69"));
        Assert.That((await desk.Told<TransferOffered>()).Select(o => o.ApplicationId), Is.EquivalentTo(new[] { duplicate, other }));
        await desk.Days("2026-07-28");
        Assert.That(((await desk.Look(duplicate)).Prefecture, (await desk.Look(other)).Prefecture, (await desk.Look(over.Id)).Prefecture), Is.EqualTo(("69", "69", "75")));
    }

    private static async Task<(Guid Person, Guid Id)> Moved(Desk desk, string to = "69")
    {
        var person = await desk.Register(Desk.Holder(prefecture: "93"));
        desk.On("2026-07-15");
        var id = (await desk.File(new(person, "CJF"))).ApplicationId;
        desk.On("2026-12-20");
        await desk.Do(new MovePerson.Request(person, to));
        return (person, id);
    }
}
