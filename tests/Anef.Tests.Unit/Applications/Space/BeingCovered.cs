using Anef.Applications.Domain;
using Anef.Applications.ReadSpace;
using Anef.Attestations.Contracts;
using Anef.Procedures.Contracts;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications.Space;

/// <summary>What the space says of a person's rights on 1 October 2026.</summary>
internal sealed class BeingCovered
{
    private static readonly DateOnly Today = Law.Day("2026-10-01");

    [Test]
    public void By_the_permit_alone_until_its_last_day_and_nothing_is_planned() =>
        Assert.That(Of("2026-12-31", new()), Is.EqualTo(new Covered("permit", Law.Day("2026-12-31"), null, null, "nothing", null, null)));

    [Test]
    public void By_the_permit_and_the_attestation_that_follows_by_itself()
    {
        var covered = Of("2026-12-31", new() { GoesOn = true, NextFrom = Law.Day("2027-01-01"), NextIssuedOn = Law.Day("2026-12-16") }, Pending());
        Assert.That((covered.By, covered.After, covered.AfterOn, covered.IssuedOn), Is.EqualTo(("permit", "automatic", (DateOnly?)Law.Day("2027-01-01"), (DateOnly?)Law.Day("2026-12-16"))));
    }

    [Test]
    public void By_the_permit_and_the_attestation_that_was_issued_ahead()
    {
        var covered = Of("2026-10-10", new() { GoesOn = true, FollowingNumber = "X", FollowingFrom = Law.Day("2026-10-11"), FollowingUntil = Law.Day("2027-01-10") }, Pending());
        Assert.That((covered.By, covered.Until, covered.After, covered.AfterOn), Is.EqualTo(("permit", (DateOnly?)Law.Day("2026-10-10"), "issued", (DateOnly?)Law.Day("2026-10-11"))));
    }

    [Test]
    public void By_the_attestation_after_the_permit()
    {
        var covered = Of("2026-09-30", new() { Number = "A", Kind = AttestationKind.Extension, Until = Law.Day("2026-12-31"), GoesOn = true, NextFrom = Law.Day("2027-01-01"), NextIssuedOn = Law.Day("2026-12-16") }, Pending());
        Assert.That((covered.By, covered.Until, covered.Number, covered.After), Is.EqualTo(("attestation", (DateOnly?)Law.Day("2026-12-31"), "A", "automatic")));
    }

    [Test]
    public void By_a_favourable_decision_until_the_card_is_handed_over()
    {
        var covered = Of("2026-09-30", new() { Number = "F", Kind = AttestationKind.FavourableDecision });
        Assert.That((covered.By, covered.Until, covered.After), Is.EqualTo(("attestation", (DateOnly?)null, "handOver")));
    }

    [Test]
    public void By_the_law_after_the_card() => Assert.That(Of("2026-09-30", new() { LawUntil = Law.Day("2026-12-30") }, Pending()).By, Is.EqualTo("law"));

    [TestCase(Timeliness.Late, true, "late")]
    [TestCase(Timeliness.InTime, false, "incomplete")]
    [TestCase(Timeliness.InTime, true, "decision")]
    public void By_nothing_and_why(Timeliness timeliness, bool complete, string why)
    {
        var covered = Of("2026-09-30", new(), Pending() with { Timeliness = timeliness, CompleteSince = complete ? Today : null });
        Assert.That((covered.By, covered.Until, covered.After), Is.EqualTo(("nothing", (DateOnly?)null, why)));
    }

    [Test]
    public void A_declaration_of_residence_covers_nobody() => Assert.That(Of("2026-09-30", new(), Pending() with { Kind = Kinds.Declaration }).After, Is.EqualTo("nothing"));

    private static Covered Of(string permitUntil, CoverageSummary documents, params SpaceRow[] requests) =>
        Covered.Of(new HeldDocument("CJF", "L423-1", "CST", null, Law.Day(permitUntil).AddYears(-1), Law.Day(permitUntil), true), documents, requests, Today);

    private static SpaceRow Pending() => new()
    {
        Number = "75-2026-AAAAAAAA", Procedure = "CJF", ProcedureName = "Carte", Kind = "renewal", Status = "toBeChecked", Title = "CST", Prefecture = "75", FiledOn = Law.Day("2026-07-15"), Timeliness = Timeliness.InTime,
        CompleteSince = Law.Day("2026-07-15"), Documents = [], Requests = [],
    };
}
