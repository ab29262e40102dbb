using Anef.Applications.Contracts;
using Anef.Applications.ReceiveCivilStatus;
using Anef.Applications.RegisterPerson;
using Anef.Applications.RequestDocuments;
using Anef.Applications.SupplyDocuments;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications;

/// <summary>A refugee recognised on 10 January files on 15 January 2026 without the act that OFPRA has yet to establish.</summary>
internal sealed class WaitingForCivilStatus
{
    private static readonly RegisterPerson.Request Rahimi = new()
    {
        Surname = "Rahimi", FirstNames = "Zahra", Born = new(1990, 1, 1), Prefecture = "69", Protection = "refugee", RecognisedOn = new(2026, 1, 10), ProvisionalCivilStatus = true,
    };

    [Test]
    public async Task T29_The_file_is_complete_from_filing_and_the_person_waits_for_nothing_of_their_own()
    {
        await using var desk = new Desk("2026-01-12");
        var file = await desk.Look(await Filed(desk));
        Assert.That((file.Status, file.CompleteSince, file.ImplicitRefusalOn, file.CardDueOn),
            Is.EqualTo(("waitingForCivilStatus", (DateOnly?)Law.Day("2026-01-15"), (DateOnly?)Law.Day("2026-05-15"), (DateOnly?)Law.Day("2026-04-10"))));
    }

    [Test]
    public async Task T30_Asking_for_the_act_neither_stops_the_clock_nor_hides_who_is_waited_for()
    {
        await using var desk = new Desk("2026-01-12");
        var id = await Filed(desk);
        desk.On("2026-02-01");
        await desk.Do(new RequestDocuments.Request(id, ["ECOFPRA_LATER"], Law.Day("2026-03-01")));
        desk.On("2026-03-10");
        await desk.Day();
        var file = await desk.Look(id);
        Assert.That((file.Status, file.CompleteSince, file.ImplicitRefusalOn), Is.EqualTo(("waitingForCivilStatus", (DateOnly?)Law.Day("2026-01-15"), (DateOnly?)Law.Day("2026-05-15"))));
    }

    [Test]
    public async Task T30_The_definitive_act_ends_the_waiting_even_when_it_had_been_asked_for()
    {
        await using var desk = new Desk("2026-01-12");
        var id = await Filed(desk);
        await desk.Do(new RequestDocuments.Request(id, ["ECOFPRA_LATER"], Law.Day("2026-03-01")));
        desk.On("2026-02-20");
        await desk.Do(new ReceiveCivilStatus.Request(id, Definitive: true));
        Assert.That((await desk.Look(id)).Status, Is.EqualTo("toBeChecked"));
    }

    [Test]
    public async Task Brought_by_the_person_it_ends_the_waiting_too()
    {
        await using var desk = new Desk("2026-01-12");
        var id = await Filed(desk);
        await desk.Do(new SupplyDocuments.Request(id, ["ECOFPRA_LATER"]));
        Assert.That((await desk.Look(id)).Status, Is.EqualTo("toBeChecked"));
    }

    [Test]
    public async Task A_missing_piece_of_the_person_s_own_is_said_first()
    {
        await using var desk = new Desk("2026-01-12");
        Assert.That((await desk.Look(await Filed(desk, "DECOFPRA"))).Status, Is.EqualTo("waitingForDocuments"));
    }

    [Test]
    public async Task What_was_declared_is_kept_beside_what_was_established()
    {
        await using var desk = new Desk("2026-01-12");
        var file = await desk.Look(await Filed(desk));
        var declared = (await desk.Someone(file.PersonId)).Identity;
        desk.On("2026-02-20");
        await desk.Do(new ReceiveCivilStatus.Request(file.Id, Definitive: true, declared with { Born = new(1989, 12, 31) }));
        var person = await desk.Someone(file.PersonId);
        Assert.That(person.Identities, Is.EqualTo(new[] { declared, declared with { Version = 2, Born = new(1989, 12, 31), Provisional = false } }));
        Assert.That((await desk.Told<PersonChanged>()).Last(), Is.EqualTo(new PersonChanged(person.Id, "civilStatus")));
    }

    [Test]
    public async Task A_provisional_act_changes_neither_status_nor_identity()
    {
        await using var desk = new Desk("2026-01-12");
        var file = await desk.Look(await Filed(desk));
        await desk.Do(new ReceiveCivilStatus.Request(file.Id, Definitive: false));
        Assert.That((await desk.Look(file.Id)).Status, Is.EqualTo("waitingForCivilStatus"));
        Assert.That((await desk.Someone(file.PersonId)).Identities, Has.Count.EqualTo(1));
        Assert.That((await desk.Told<CivilStatusReceived>()).Single().Definitive, Is.False);
    }

    [Test]
    public async Task T31_The_family_of_a_protected_person_has_no_card_due_in_three_months()
    {
        await using var desk = new Desk("2026-01-12");
        var refugee = await desk.Register(Rahimi);
        var spouse = await desk.Register(Rahimi with { Protection = null, RecognisedOn = null, ProvisionalCivilStatus = false, FamilyOf = refugee.ToString() });
        desk.On("2026-01-15");
        var file = await desk.Look((await desk.File(new(spouse, "REF") { Ground = "L424-3" })).ApplicationId);
        Assert.That((file.CardDueOn, file.AwaitsCivilStatus, file.Provisional is not null), Is.EqualTo(((DateOnly?)null, false, true)));
    }

    private static async Task<Guid> Filed(Desk desk, params string[] alsoMissing)
    {
        var person = await desk.Register(Rahimi);
        desk.On("2026-01-15");
        return (await desk.File(new(person, "REF") { Missing = ["ECOFPRA_LATER", .. alsoMissing] })).ApplicationId;
    }
}
