using Anef.Applications.ChangeGround;
using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.RequestDocuments;
using Anef.Applications.SupplyDocuments;
using Anef.SharedKernel.Rules;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications;

internal sealed class ChangingTheGround
{
    [Test]
    public async Task T12_A_requalified_file_keeps_its_number_its_filing_date_and_its_clock()
    {
        await using var desk = new Desk("2024-07-01");
        var researcher = await desk.Register(Desk.Holder("2024-09-30", "TAL-CH", "L421-14"));
        desk.On("2024-07-27");
        var before = await desk.Look((await desk.File(new(researcher, "TAL-CH"))).ApplicationId);
        desk.On("2024-11-10");
        await desk.Do(new ChangeGround.Request(before.Id, "ETU-1", "L. 422-1", Requalified: true));
        var after = await desk.Look(before.Id);
        Assert.That((after.Procedure, after.Ground, after.Kind), Is.EqualTo(("ETU-1", "L422-1", Kinds.Renewal)));
        Assert.That((after.Number, after.FiledOn, after.FiledAt, after.Timeliness, after.CompleteSince, after.ImplicitRefusalOn, after.Status),
            Is.EqualTo((before.Number, (DateOnly?)Law.Day("2024-07-27"), before.FiledAt, before.Timeliness, (DateOnly?)Law.Day("2024-07-27"), (DateOnly?)Law.Day("2024-09-25"), "toBeChecked")));
        Assert.That(await desk.Told<Requalified>(), Is.EqualTo(new[] { new Requalified(researcher, before.Id, "ETU-1", "L422-1", "TAL-CH") }));
        Assert.That(await desk.Told<Closed>(), Is.Empty);
    }

    [Test]
    public async Task T33_A_protection_order_makes_the_file_a_priority_that_few_may_open_and_silences_the_shared_address()
    {
        await using var desk = new Desk("2026-01-20");
        var before = await Ordered(desk);
        var after = await desk.Look(before.Id);
        Assert.That((after.Priority, after.Restricted, after.FiledOn, after.Number), Is.EqualTo((Priority.P0, true, before.FiledOn, before.Number)));
        Assert.That((before.Priority, before.Restricted), Is.EqualTo((Priority.P2, false)));
        Assert.That((await desk.Someone(after.PersonId)).Contact.Safe);
        Assert.That((await desk.Told<PersonChanged>()).Last().Change, Is.EqualTo("safeContact"));
        Assert.That((await desk.Told<GroundChanged>()).Single(), Is.EqualTo(new GroundChanged(after.PersonId, after.Id, "OP", "L425-6", "CJF")));
    }

    [Test]
    public async Task T33_The_spouse_s_documents_are_not_asked_any_more_and_what_was_received_is_kept()
    {
        await using var desk = new Desk("2026-01-20");
        var before = await Ordered(desk, "VIECOM");
        var after = await desk.Look(before.Id);
        Assert.That(before.Documents.Where(d => d.Indispensable).Select(d => d.Code), Does.Contain("VIECOM").And.Contain("MARI"));
        Assert.That(after.Documents.Where(d => d.Indispensable).Select(d => d.Code), Does.Contain("ORDP").And.Not.Contain("VIECOM").And.Not.Contain("MARI"));
        Assert.That(after.Documents.Select(d => d.Code), Does.Not.Contain("VIECOM"), "never received");
        Assert.That(after.Documents.Single(d => d.Code == "MARI").ReceivedOn, Is.EqualTo(before.FiledOn));
    }

    [Test]
    public async Task T33_A_request_for_the_spouse_s_documents_falls_with_them()
    {
        await using var desk = new Desk("2026-01-20");
        var file = await desk.Look(await Spouse(desk, "VIECOM"));
        await desk.Do(new RequestDocuments.Request(file.Id, ["VIECOM"], Law.Day("2026-03-01")));
        await desk.Do(new ChangeGround.Request(file.Id, "OP", "L425-6", Requalified: false));
        Assert.That((await desk.Look(file.Id)).Requests, Is.Empty);
        await desk.Do(new SupplyDocuments.Request(file.Id, ["ORDP"]));
        Assert.That((await desk.Look(file.Id)).Status, Is.EqualTo("toBeChecked"));
    }

    [Test]
    public async Task T33_A_file_that_was_complete_stays_so_and_the_card_s_work_goes_on()
    {
        await using var desk = new Desk("2026-01-20");
        var before = await Ordered(desk);
        var after = await desk.Look(before.Id);
        Assert.That(before.CompleteSince, Is.EqualTo(Law.Day("2026-02-10")));
        Assert.That((after.CompleteSince, after.ImplicitRefusalOn, after.Work, after.Provisional is not null), Is.EqualTo((before.CompleteSince, before.ImplicitRefusalOn, WorkRight.Yes, true)));
        Assert.That((after.Status, after.Documents.Single(d => d.Code == "ORDP").ReceivedOn), Is.EqualTo(("toBeChecked", (DateOnly?)null)));
    }

    [Test]
    public async Task T33_The_fee_is_computed_again_under_the_new_ground()
    {
        await using var desk = new Desk("2026-01-20");
        var before = await Spouse(desk);
        Assert.That((await desk.Fee(before)).Amount, Is.EqualTo(225));
        await desk.Do(new ChangeGround.Request(before, "OP", null, Requalified: false));
        Assert.That((await desk.Fee(before)).Amount, Is.Zero);
    }

    [Test]
    public async Task The_file_stays_restricted_and_the_contact_safe_when_the_ground_changes_back()
    {
        await using var desk = new Desk("2026-01-20");
        var file = await Ordered(desk);
        await desk.Do(new ChangeGround.Request(file.Id, "CJF", "L423-1", Requalified: false));
        var after = await desk.Look(file.Id);
        Assert.That((after.Restricted, after.Priority, (await desk.Someone(file.PersonId)).Contact.Safe), Is.EqualTo((true, Priority.P2, true)));
    }

    [TestCase("SOINS", "L425-9", false)]
    [TestCase("OP", "L423-18", true)]
    [TestCase("TRA", "L425-1", true)]
    public async Task Victims_are_protected_and_the_sick_are_written_to_as_before(string procedure, string ground, bool @protected)
    {
        await using var desk = new Desk("2026-01-20");
        var id = await Spouse(desk);
        await desk.Do(new ChangeGround.Request(id, procedure, ground, Requalified: false));
        var file = await desk.Look(id);
        Assert.That((file.Restricted, file.Priority == Priority.P0, (await desk.Someone(file.PersonId)).Contact.Safe), Is.EqualTo((@protected, @protected, @protected)));
    }

    [Test]
    public async Task The_law_s_own_coverage_found_at_filing_stays()
    {
        await using var desk = new Desk(local: p => p with { LegalCoverageListed = true });
        var before = await desk.Look(await desk.Filed());
        Assert.That(before.LegalCoverage!.Until, Is.EqualTo(Law.Day("2026-12-30")));
        await desk.Do(new ChangeGround.Request(before.Id, "PEF", "L423-7", Requalified: true));
        Assert.That((await desk.Look(before.Id)).LegalCoverage, Is.EqualTo(before.LegalCoverage));
    }

    [Test]
    public async Task A_file_whose_missing_piece_is_not_asked_any_more_is_complete_from_that_day()
    {
        await using var desk = new Desk();
        var id = await desk.Filed("2026-07-15", "VIECOM");
        desk.On("2026-07-25");
        await desk.Do(new SupplyDocuments.Request(id, ["NAISE", "NATE", "CONTRIB"]));
        desk.On("2026-08-10");
        await desk.Do(new ChangeGround.Request(id, "PEF", "L423-7", Requalified: true));
        var file = await desk.Look(id);
        Assert.That((file.CompleteSince, file.ImplicitRefusalOn), Is.EqualTo(((DateOnly?)Law.Day("2026-08-10"), (DateOnly?)Law.Day("2026-12-10"))));
    }

    private static async Task<Guid> Spouse(Desk desk, params string[] missing)
    {
        var person = await desk.Register(Desk.Holder("2026-04-30"));
        desk.On("2026-02-10");
        return (await desk.File(new(person, "CJF") { Missing = missing })).ApplicationId;
    }

    /// <summary>The file as it was; then the order came.</summary>
    private static async Task<PermitApplication> Ordered(Desk desk, params string[] missing)
    {
        var before = await desk.Look(await Spouse(desk, missing));
        desk.On("2026-05-04");
        await desk.Do(new ChangeGround.Request(before.Id, "OP", "L425-6", Requalified: false));
        return before;
    }
}
