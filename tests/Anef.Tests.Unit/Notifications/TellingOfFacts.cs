using Anef.Applications.Contracts;
using Anef.Attestations.Contracts;
using Anef.Notifications.WriteMessages;
using Anef.SharedKernel.Rules;
using NSubstitute;

namespace Anef.Tests.Unit.Notifications;

internal sealed class TellingOfFacts
{
    private static readonly Guid Imen = Mailroom.Imen;
    private static readonly Guid Request = Mailroom.Request;
    private static readonly DateOnly Day = new(2026, 10, 1);

    [Test]
    public async Task A_filing_is_confirmed_with_its_number()
    {
        await using var room = new Mailroom();
        await room.Tell<TellOfRequest, ApplicationFiled>(Filed("inTime", null));
        var message = await room.Message();
        Assert.That((message.Template, message.Number), Is.EqualTo(("filingConfirmed", "33-2026-0000001")));
        Assert.That(message.Text, Does.Contain("33-2026-0000001").And.Not.Contain("après la fin du délai"));
    }

    [Test]
    public async Task A_late_filing_is_told_what_late_means()
    {
        await using var room = new Mailroom();
        await room.Tell<TellOfRequest, ApplicationFiled>(Filed("late", 180.00m));
        Assert.That((await room.Message()).Text, Does.Contain("le 1er septembre 2026").And.Contain("Un droit de 180 €").And.Contain("force majeure"));
    }

    [Test]
    public async Task A_reminder_after_the_window_says_what_late_means_and_how_to_file()
    {
        await using var room = new Mailroom();
        await room.Tell<TellOfWindows, WindowReminderDue>(new(Imen, "SAL", new(2026, 10, 31), new(2026, 9, 1), 30, true));
        var message = await room.Message();
        Assert.That((message.Template, message.Deadline), Is.EqualTo(("windowReminder", (DateOnly?)new DateOnly(2026, 9, 1))));
        Assert.That(message.Text, Does.Contain("180 €").And.Contain("force majeure").And.Contain("visa en cours de validité").And.Contain("Pour déposer"));
    }

    [Test]
    public async Task The_window_and_each_rung_of_its_ladder_are_told()
    {
        await using var room = new Mailroom();
        await room.Tell<TellOfWindows, WindowOpened>(new(Imen, "SAL", new(2027, 1, 29), new(2026, 11, 30)));
        foreach (var left in new[] { 90, 70, 62 })
            await room.Tell<TellOfWindows, WindowReminderDue>(new(Imen, "SAL", new(2027, 1, 29), new(2026, 11, 30), left, false));
        Assert.That((await room.Messages()).Select(m => m.Template), Is.EqualTo(new[] { "windowOpens", "windowReminder", "windowReminder", "windowReminder" }));
    }

    [Test]
    public async Task Documents_asked_for_are_named_in_words()
    {
        await using var room = new Mailroom();
        await room.Tell<TellOfRequest, DocumentsRequested>(new(Imen, Request, ["DOM6", "UNKNOWN"], new(2026, 10, 20), 1));
        var message = await room.Message();
        Assert.That(message.Deadline, Is.EqualTo(new DateOnly(2026, 10, 20)));
        Assert.That(message.Text, Does.Contain("- justificatif de domicile de moins de six mois\n- UNKNOWN").And.Contain("au plus tard le 20 octobre 2026"));
    }

    [Test]
    public async Task The_same_documents_asked_for_again_are_told_again_and_a_fact_told_twice_is_not()
    {
        await using var room = new Mailroom();
        foreach (var request in new[] { 1, 1, 2 })
            await room.Tell<TellOfRequest, DocumentsRequested>(new(Imen, Request, ["DOM6"], new(2026, 10, 20), request));
        Assert.That(await room.Messages(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Two_reminders_of_one_rung_for_two_deadlines_are_both_sent()
    {
        await using var room = new Mailroom();
        foreach (var deadline in new[] { new DateOnly(2026, 11, 30), new DateOnly(2027, 1, 29) })
            await room.Tell<TellOfWindows, WindowReminderDue>(new(Imen, "SAL", new(2027, 1, 29), deadline, 30, false));
        Assert.That(await room.Messages(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_due_date_is_recalled_once_on_each_rung()
    {
        await using var room = new Mailroom();
        var fact = new DocumentsDueSoon(Imen, Request, ["DOM6"], new(2026, 10, 8));
        await room.Tell<TellOfRequest, DocumentsDueSoon>(fact);
        room.Clock.Advance(TimeSpan.FromDays(1));
        await room.Tell<TellOfRequest, DocumentsDueSoon>(fact); // told again after a crash
        room.Clock.Advance(TimeSpan.FromDays(4));
        await room.Tell<TellOfRequest, DocumentsDueSoon>(fact);
        Assert.That((await room.Messages()).Select(m => m.Template), Is.EqualTo(new[] { "documentsReminder", "documentsReminder" }));
    }

    [Test]
    public async Task A_complete_file_is_told_when_silence_would_be_a_refusal()
    {
        await using var room = new Mailroom();
        await room.Tell<TellOfRequest, ApplicationComplete>(new(Imen, Request, Day, new(2027, 2, 1)));
        Assert.That((await room.Message()).Text, Does.Contain("avant le 1er février 2027"));
    }

    [TestCase(false, "attestationAvailable")]
    [TestCase(true, "successorAvailable")]
    public async Task An_attestation_is_announced_with_its_days_and_rights(bool successor, string template)
    {
        await using var room = new Mailroom();
        await room.Tell<TellOfAttestations, AttestationIssued>(Issued(AttestationKind.Extension, successor));
        var message = await room.Message();
        Assert.That((message.Template, message.Enclosure), Is.EqualTo((template, "ABCD-EFGH-J")));
        Assert.That(message.Text, Does.Contain("attestation de prolongation d'instruction").And.Contain("jusqu'au 31 décembre 2026 inclus").And.Contain("Travail : autorisé."));
    }

    [Test]
    public async Task A_filing_confirmation_is_told_with_the_filing_alone()
    {
        await using var room = new Mailroom();
        await room.Tell<TellOfAttestations, AttestationIssued>(Issued(AttestationKind.FilingConfirmation, false));
        Assert.That(await room.Messages(), Is.Empty);
    }

    [Test]
    public async Task Every_kind_of_attestation_has_words_in_every_language([Values] AttestationKind kind, [Values("fr", "en", "ar")] string language)
    {
        if (kind == AttestationKind.FilingConfirmation) return;
        await using var room = new Mailroom();
        room.Contact(room.Person with { Language = language });
        await room.Tell<TellOfAttestations, AttestationIssued>(Issued(kind, false));
        Assert.That((await room.Message()).Text, Does.Not.Contain(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()) + ","));
    }

    [Test]
    public async Task What_follows_is_told_in_every_language([Values("fr", "en", "ar")] string language)
    {
        await using var room = new Mailroom();
        room.Contact(room.Person with { Language = language });
        await room.Tell<TellOfAttestations, CoverageEnding>(new(Imen, Request, Day, "late", "la demande est tardive"));
        await room.Tell<TellOfDecision, ImplicitRefusal>(new(Imen, Request, Day, new(2026, 12, 1)));
        await room.Tell<TellOfDecision, DecisionNotified>(new(Imen, Request, DecisionOutcome.Grant, Day, [], null));
        await room.Tell<TellOfDecision, DecisionNotified>(new(Imen, Request, DecisionOutcome.Refuse, Day, ["une raison"], new(2026, 12, 1)));
        await room.Tell<TellOfDecision, CardReady>(new(Imen, Request, Day));
        await room.Tell<TellOfRequest, WithdrawalRequested>(new(Imen, Request, Day));
        await room.Tell<TellOfRequest, ApplicationFiled>(Filed("inTime", null));
        await room.Tell<TellOfRequest, Closed>(new(Imen, Request, "naturalised", Day));
        Assert.That((await room.Messages()).Select(m => (m.Template, m.Language)), Is.EquivalentTo(
            new[] { "notCoveredAfter", "implicitRefusal", "decision", "decision", "cardReady", "withdrawal", "filingConfirmed", "closed" }.Select(t => (t, language))));
        Assert.That((await room.Messages()).Select(m => m.Text), Has.None.Contains("{{"));
    }

    [Test]
    public async Task A_closure_for_another_reason_is_not_told_as_a_naturalisation()
    {
        await using var room = new Mailroom();
        await room.Tell<TellOfRequest, Closed>(new(Imen, Request, "deceased", Day));
        Assert.That(await room.Messages(), Is.Empty);
    }

    [Test]
    public async Task A_fact_told_twice_is_one_message()
    {
        await using var room = new Mailroom();
        await room.Announce();
        await room.Pump();
        await room.Announce();
        await room.Pump();
        Assert.That(await room.Messages(), Has.Count.EqualTo(1));
        Assert.That(await room.Facts(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_fact_told_by_two_hosts_at_once_is_one_message()
    {
        await using var room = new Mailroom();
        var raced = 0;
        // The second host writes between the first one's look and its own writing.
        room.Applications.Contact(Imen, Arg.Any<CancellationToken>()).Returns(async Task<ContactFacts?> (_) =>
        {
            if (Interlocked.Increment(ref raced) == 1) await room.Announce();
            return room.Person;
        });
        await room.Announce();
        Assert.That(raced, Is.EqualTo(2));
        Assert.That(await room.Messages(), Has.Count.EqualTo(1));
    }

    private static ApplicationFiled Filed(string timeliness, decimal? fee) =>
        new(Imen, Request, "33-2026-0000001", "SAL", "renewal", "online", Day, timeliness, new(2026, 7, 3), new(2026, 9, 1), fee);

    private static AttestationIssued Issued(AttestationKind kind, bool successor) =>
        new(Imen, Request, "ABCD-EFGH-J", kind, Day, new(2026, 12, 31), WorkRight.Yes, null, "33", "R.431-15-1", null, successor);
}
