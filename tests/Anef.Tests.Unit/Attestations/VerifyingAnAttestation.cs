using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Verify;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Unit.Attestations;

internal sealed class VerifyingAnAttestation
{
    private static readonly DateOnly From = new(2026, 10, 1);
    private static readonly DateOnly Until = new(2026, 12, 31);

    [Test]
    public async Task Case_T54_there_is_no_unknown_minute_between_a_document_and_the_next()
    {
        await using var counter = new Counter();
        counter.Clock.SetUtcNow(Paris(new(2026, 12, 31, 23, 50, 0), hours: 1));
        var current = await counter.Keep(Counter.Extension(From, Until));
        var next = await counter.Keep(Counter.Extension(Until.AddDays(1), new(2027, 3, 31)));
        var before = await Both();
        counter.Clock.Advance(TimeSpan.FromMinutes(20));
        var after = await Both();
        Assert.Multiple(() =>
        {
            Assert.That(before, Is.EqualTo(("valid", "issued", "notYetValid")));
            Assert.That(after, Is.EqualTo(("expired", "issued", "valid")));
        });

        async Task<(string, string?, string)> Both()
        {
            var first = await counter.Verify(current.Number);
            return (first.Status, first.Successor, (await counter.Verify(next.Number)).Status);
        }
    }

    [TestCase("Indian/Reunion", "2026-12-31T19:50:00Z", "valid")]
    [TestCase("Indian/Reunion", "2026-12-31T20:10:00Z", "expired")]
    [TestCase("Europe/Paris", "2026-12-31T22:50:00Z", "valid")]
    [TestCase("Europe/Paris", "2026-12-31T23:10:00Z", "expired")]
    [TestCase("America/Cayenne", "2027-01-01T02:50:00Z", "valid")]
    public async Task The_day_is_that_of_the_prefecture(string zone, string now, string status)
    {
        await using var counter = new Counter();
        counter.Clock.SetUtcNow(DateTimeOffset.Parse("2026-10-01T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        var attestation = await counter.Keep(Counter.Extension(From, Until), Counter.Facts() with { Zone = zone });
        counter.Clock.SetUtcNow(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        Assert.That((await counter.Verify(attestation.Number)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Tells_what_an_employer_needs_and_nothing_more()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Extension(From, Until));
        var answer = await counter.Verify(attestation.Number.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(answer, Is.EqualTo(new VerifyAttestation.Response(
                attestation.Number, "valid", "extension", From, Until, null, "yes", "withHeldPermit", "none", "H.N.", 1991)));
            Assert.That(answer.ToString(), Does.Not.Contain("vietnam").And.Not.Contain("L421").And.Not.Contain("Mention"));
        });
    }

    [Test]
    public async Task A_successor_is_guaranteed_while_the_chain_goes_on()
    {
        await using var counter = new Counter();
        await counter.GoOn(Counter.Hop);
        var basis = Counter.Facts();
        var answers = new Dictionary<AttestationKind, string?>();
        foreach (var kind in Enum.GetValues<AttestationKind>())
            answers[kind] = (await counter.Verify((await counter.Keep(Counter.Of(kind, From, Until), basis)).Number)).Successor;
        Assert.That(answers.Where(a => a.Value != "guaranteed").Select(a => (a.Key, a.Value)),
            Is.EquivalentTo(new[] { (AttestationKind.FavourableDecision, "none"), (AttestationKind.Continuity, "none") }));
    }

    [Test]
    public async Task What_a_favourable_decision_ended_is_followed_by_it()
    {
        await using var counter = new Counter();
        var (current, successor) = (Counter.Extension(From, Until), Counter.Extension(Until.AddDays(1), new(2027, 3, 31)));
        foreach (var ended in new[] { current, successor }) ended.EndBy(AttestationEnd.Superseded, new(2026, 12, 28), "favourableDecision");
        await counter.Keep(Counter.Of(AttestationKind.FavourableDecision, new(2026, 12, 28), null));
        counter.Clock.SetUtcNow(Paris(new(2026, 12, 28, 12, 0, 0), hours: 1));
        foreach (var ended in new[] { current, successor })
        {
            var answer = await counter.Verify((await counter.Keep(ended)).Number);
            Assert.That((answer.Status, answer.Successor), Is.EqualTo(("superseded", "issued")));
        }
    }

    [TestCase(AttestationEnd.Revoked, "revoked")]
    [TestCase(AttestationEnd.Superseded, "superseded")]
    public async Task What_has_ended_announces_nothing_more(object end, string status)
    {
        await using var counter = new Counter();
        await counter.GoOn(Counter.Hop);
        var attestation = Counter.Extension(From, Until);
        attestation.EndBy((AttestationEnd)end, new(2026, 11, 21), "refused");
        var kept = await counter.Keep(attestation);
        counter.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        var eve = await counter.Verify(kept.Number);
        counter.Clock.Advance(TimeSpan.FromDays(1));
        var day = await counter.Verify(kept.Number);
        Assert.Multiple(() =>
        {
            Assert.That((eve.Status, eve.Successor, eve.EndedOn), Is.EqualTo(("valid", "guaranteed", (DateOnly?)null)));
            Assert.That((day.Status, day.Successor, day.EndedOn), Is.EqualTo((status, "none", (DateOnly?)new DateOnly(2026, 11, 21))));
        });
    }

    [Test]
    public async Task A_confirmation_of_filing_gives_no_right_to_work_whatever_the_request_gives()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Of(AttestationKind.FilingConfirmation, From, null), Counter.Facts() with { Work = WorkRight.Yes });
        var answer = await counter.Verify(attestation.Number);
        Assert.That((answer.Work, answer.Travel, answer.ValidUntil), Is.EqualTo(("no", "no", (DateOnly?)null)));
    }

    [Test]
    public async Task A_number_that_nobody_holds_is_unknown_and_a_bad_copy_is_said_to_be_one()
    {
        await using var counter = new Counter();
        var (nobody, badly) = (await counter.Verify(AttestationNumber.New(DateTimeOffset.UnixEpoch)), await counter.Verify("7K2M-9QXV-4T8W-H3P"));
        Assert.Multiple(() =>
        {
            Assert.That((nobody.Status, nobody.Hint, nobody.Kind), Is.EqualTo(("unknown", (string?)null, (string?)null)));
            Assert.That((badly.Status, badly.Hint), Is.EqualTo(("unknown", "Ce numéro est mal recopié : vérifiez ses seize caractères.")));
        });
    }

    [Test]
    public async Task The_quick_way_reads_what_the_context_reads()
    {
        await using var counter = new Counter();
        await counter.GoOn(Counter.Hop);
        var ended = Counter.Extension(From, Until);
        ended.EndBy(AttestationEnd.Revoked, new(2026, 11, 21), "refused");
        var first = await counter.Keep(ended, Counter.Facts() with { HeldLost = true, Work = WorkRight.Conditional });
        var next = await counter.Keep(Counter.Of(AttestationKind.FavourableDecision, new(2026, 11, 21), null), Counter.Facts() with { HeldTitle = null });
        foreach (var number in new[] { first.Number, next.Number })
        {
            var expected = await counter.With(db => VerificationQuery.Of(db, number).SingleAsync());
            Assert.That(await counter.Ask<VerificationQuery.Row?, VerificationQuery>(q => q.Find(number, default)), Is.EqualTo(expected));
        }
    }

    private static DateTimeOffset Paris(DateTime local, int hours) => new(local, TimeSpan.FromHours(hours));
}
