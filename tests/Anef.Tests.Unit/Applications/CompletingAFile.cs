using Anef.Applications.ConfirmComplete;
using Anef.Applications.Contracts;
using Anef.Applications.FileApplication;
using Anef.Applications.RequestDocuments;
using Anef.Applications.SupplyDocuments;
using Anef.Procedures.Contracts;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications;

internal sealed class CompletingAFile
{
    [Test]
    public async Task T20_Is_an_act_of_the_day_on_which_the_last_indispensable_piece_came()
    {
        await using var desk = new Desk();
        var id = await desk.Filed("2026-06-15", "VIECOM");
        Assert.That((await desk.Look(id)).Status, Is.EqualTo("waitingForDocuments"));
        desk.On("2026-07-01");
        await desk.Do(new RequestDocuments.Request(id, ["VIECOM"], Law.Day("2026-07-31")));
        desk.On("2026-07-20");
        await desk.Do(new SupplyDocuments.Request(id, ["VIECOM"]));
        var file = await desk.Look(id);
        Assert.That((file.CompleteSince, file.ImplicitRefusalOn, file.FiledOn), Is.EqualTo(((DateOnly?)Law.Day("2026-07-20"), (DateOnly?)Law.Day("2026-11-20"), (DateOnly?)Law.Day("2026-06-15"))));
        Assert.That((file.Timeliness, file.Status), Is.EqualTo((Timeliness.InTime, "toBeChecked")));
        Assert.That((await desk.Told<ApplicationComplete>()).Single().CompleteSince, Is.EqualTo(Law.Day("2026-07-20")));
    }

    [Test]
    public async Task Counts_the_day_of_receipt_of_a_paper_and_not_the_day_of_typing()
    {
        await using var desk = new Desk();
        var id = await desk.Filed("2026-06-15", "VIECOM");
        desk.On("2026-07-20");
        await desk.Do(new SupplyDocuments.Request(id, ["VIECOM"], Law.Day("2026-07-10")));
        Assert.That((await desk.Look(id)).CompleteSince, Is.EqualTo(Law.Day("2026-07-10")));
    }

    [Test]
    public async Task The_last_piece_counts_in_whatever_order_they_were_typed()
    {
        await using var desk = new Desk();
        var id = await desk.Filed("2026-06-15", "VIECOM", "MARI");
        desk.On("2026-07-20");
        await desk.Do(new SupplyDocuments.Request(id, ["VIECOM"], Law.Day("2026-07-18")));
        await desk.Do(new SupplyDocuments.Request(id, ["MARI"], Law.Day("2026-07-01")));
        Assert.That((await desk.Look(id)).CompleteSince, Is.EqualTo(Law.Day("2026-07-18")));
    }

    [Test]
    public async Task Is_never_before_the_filing()
    {
        await using var desk = new Desk();
        var all = Law.Procedures.DocumentsOf("CJF", "renewal", Law.Day("2026-06-15")).Select(d => d.Code).ToArray();
        var id = await desk.Filed("2026-06-15", all);
        await desk.Do(new SupplyDocuments.Request(id, all, Law.Day("2026-06-01")));
        Assert.That((await desk.Look(id)).CompleteSince, Is.EqualTo(Law.Day("2026-06-15")));
    }

    [Test]
    public async Task T21_A_piece_that_met_its_deadline_after_the_window_leaves_the_filing_in_time()
    {
        await using var desk = new Desk();
        var id = await desk.Filed("2026-07-30", "VIECOM");
        await desk.Do(new RequestDocuments.Request(id, ["VIECOM"], Law.Day("2026-08-31")));
        desk.On("2026-08-31");
        await desk.Do(new SupplyDocuments.Request(id, ["VIECOM"]));
        var file = await desk.Look(id);
        Assert.That((file.Timeliness, file.LateFee, file.CompleteSince), Is.EqualTo((Timeliness.InTime, (decimal?)null, (DateOnly?)Law.Day("2026-08-31"))));
    }

    [Test]
    public async Task T21_A_piece_that_missed_its_deadline_and_the_window_makes_the_filing_late()
    {
        await using var desk = new Desk();
        var id = await desk.Filed("2026-07-30", "VIECOM");
        await desk.Do(new RequestDocuments.Request(id, ["VIECOM"], Law.Day("2026-08-31")));
        desk.On("2026-09-01");
        await desk.Do(new SupplyDocuments.Request(id, ["VIECOM"]));
        var file = await desk.Look(id);
        Assert.That((file.Timeliness, file.LateFee), Is.EqualTo((Timeliness.Late, (decimal?)180)));
        Assert.That(await desk.Tasks(), Is.EqualTo(new[] { "discretionaryDocument", "coverageRisk" }));
    }

    [Test]
    public async Task A_first_deadline_that_was_met_is_not_held_against_a_second_piece()
    {
        await using var desk = new Desk();
        var id = await desk.Filed("2026-07-30", "VIECOM", "MARI");
        await desk.Do(new RequestDocuments.Request(id, ["VIECOM"], Law.Day("2026-08-05")));
        await desk.Do(new RequestDocuments.Request(id, ["MARI"], Law.Day("2026-08-31")));
        desk.On("2026-08-03");
        await desk.Do(new SupplyDocuments.Request(id, ["VIECOM"]));
        desk.On("2026-08-20");
        await desk.Do(new SupplyDocuments.Request(id, ["MARI"]));
        Assert.That((await desk.Look(id)).Timeliness, Is.EqualTo(Timeliness.InTime));
    }

    [Test]
    public async Task A_missed_deadline_for_a_piece_that_is_not_indispensable_makes_nothing_late()
    {
        await using var desk = new Desk();
        var id = await desk.Filed("2026-07-30", "VIECOM");
        await desk.Do(new RequestDocuments.Request(id, ["BAIL"], Law.Day("2026-08-05")));
        await desk.Do(new RequestDocuments.Request(id, ["VIECOM"], Law.Day("2026-08-31")));
        desk.On("2026-08-20");
        await desk.Do(new SupplyDocuments.Request(id, ["VIECOM"]));
        Assert.That((await desk.Look(id)).Timeliness, Is.EqualTo(Timeliness.InTime));
    }

    [Test]
    public async Task T22_Needs_nobody_to_open_the_file()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await desk.Days("2026-09-16");
        var file = await desk.Look(id);
        Assert.That((file.CompleteSince, file.ConfirmedOn, file.Status), Is.EqualTo(((DateOnly?)Law.Day("2026-07-15"), (DateOnly?)null, "toBeChecked")));
    }

    [Test]
    public async Task The_officer_s_confirmation_is_another_day_and_moves_no_date()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        desk.On("2026-08-20");
        await desk.Do(new ConfirmComplete.Request(id));
        desk.On("2026-08-21");
        await desk.Do(new ConfirmComplete.Request(id));
        var file = await desk.Look(id);
        Assert.That((file.Status, file.CompleteSince, file.ConfirmedOn, file.ImplicitRefusalOn),
            Is.EqualTo(("complete", (DateOnly?)Law.Day("2026-07-15"), (DateOnly?)Law.Day("2026-08-20"), (DateOnly?)Law.Day("2026-11-15"))));
        Assert.That(await desk.Told<CompletenessConfirmed>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_incomplete_file_is_not_confirmed_and_what_is_missing_is_named()
    {
        await using var desk = new Desk();
        var id = await desk.Filed("2026-07-15", "VIECOM");
        var refusal = await desk.Refused(new ConfirmComplete.Request(id));
        var label = (await desk.Look(id)).Documents.Single(d => d.Code == "VIECOM").Label;
        Assert.That((refusal.Code, refusal.Message), Is.EqualTo(("applications.incomplete", $"Il manque : {label}.")));
    }

    [Test]
    public async Task An_illegible_piece_asked_again_before_the_check_takes_completeness_back()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        desk.On("2026-07-20");
        await desk.Do(new RequestDocuments.Request(id, ["VIECOM"], Law.Day("2026-08-20")));
        var asked = await desk.Look(id);
        Assert.That((asked.CompleteSince, asked.ImplicitRefusalOn, asked.Status), Is.EqualTo(((DateOnly?)null, (DateOnly?)null, "waitingForDocuments")));
        desk.On("2026-08-10");
        await desk.Do(new SupplyDocuments.Request(id, ["VIECOM"]));
        var file = await desk.Look(id);
        Assert.That((file.CompleteSince, file.ImplicitRefusalOn, file.Timeliness), Is.EqualTo(((DateOnly?)Law.Day("2026-08-10"), (DateOnly?)Law.Day("2026-12-10"), Timeliness.InTime)));
    }

    [TestCase("2026-09-15", "2026-11-15", TestName = "T23: from the day on which an attestation is delivered a request moves no date")]
    [TestCase("2026-09-14", null, TestName = "T23: the day before it still does")]
    public async Task T23_Delivery_presumes_completeness(string askedOn, string? refusalOn)
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        desk.On(askedOn);
        await desk.Do(new RequestDocuments.Request(id, ["VIECOM"], Law.Day("2026-10-30")));
        var file = await desk.Look(id);
        Assert.That((file.ImplicitRefusalOn, file.Status), Is.EqualTo((refusalOn is null ? (DateOnly?)null : Law.Day(refusalOn), "waitingForDocuments")));
    }

    [Test]
    public async Task T23_So_does_the_officer_s_confirmation()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await desk.Do(new ConfirmComplete.Request(id));
        await desk.Do(new RequestDocuments.Request(id, ["VIECOM"], Law.Day("2026-08-20")));
        Assert.That((await desk.Look(id)).CompleteSince, Is.EqualTo(Law.Day("2026-07-15")));
    }

    [Test]
    public async Task After_an_implicit_refusal_a_request_moves_its_date_no_more()
    {
        await using var desk = new Desk("2026-06-01");
        var student = await desk.Register(Desk.Holder(procedure: "ETU-R", ground: "L422-1"));
        desk.On("2026-06-02");
        var id = (await desk.File(new(student, "ETU-R"))).ApplicationId;
        desk.On("2026-09-01");
        await desk.Day();
        await desk.Do(new RequestDocuments.Request(id, ["INSC"], Law.Day("2026-09-20")));
        var file = await desk.Look(id);
        Assert.That((file.ImplicitRefusalBornOn, file.ImplicitRefusalOn, file.CompleteSince), Is.EqualTo(((DateOnly?)Law.Day("2026-08-31"), (DateOnly?)Law.Day("2026-08-31"), (DateOnly?)Law.Day("2026-06-02"))));
    }
}
