namespace Anef.Tests.Rehearsals;

/// <summary>What is played is what happened, and an expectation that does not hold fails.</summary>
public sealed class PlayingAFile
{
    private const string Filed = """
        prefecture: "75"
        start: 2026-06-01T09:00:00
        until: 2026-11-01T09:00:00
        people:
          p: { born: 1990-01-01, permit: { procedure: CJF, ground: L423-1, validFrom: 2025-10-01, validUntil: 2026-09-30, work: true } }
        steps:
          - { at: 2026-06-15T10:00:00, file: { id: A, person: p, procedure: CJF } }
        expect:

        """;

    [TestCase("- { event: AttestationIssued, attestation: \"A#1\", validFrom: 2026-10-01, validUntil: 2026-12-31 }")]
    [TestCase("- { none: CoverageGap }")]
    [TestCase("- { count: AttestationIssued, kind: extension, is: 1 }")]
    [TestCase("- { application: A, status: toBeChecked, completeSince: 2026-06-15, implicitRefusalOn: 2026-10-15 }")]
    [TestCase("- { person: p, gaps: [] }")]
    public async Task What_holds_passes(string expectation)
    {
        var performance = await Theatre.Play(Filed + "  " + expectation);

        Assert.That(performance.Fault, Is.Null);
        Assert.That(performance.Outcome!.Failures, Is.Empty);
    }

    [TestCase("- { event: AttestationIssued, attestation: \"A#1\", validFrom: 2026-10-02 }", "validFrom")]
    [TestCase("- { none: AttestationIssued, kind: extension }", "A#1")]
    [TestCase("- { count: AttestationIssued, kind: extension, is: 2 }", "2 attendus, 1 trouvés")]
    [TestCase("- { application: A, status: granted }", "status vaut toBeChecked au lieu de granted")]
    [TestCase("- { event: Closed }", "rien de ce nom n'a eu lieu")]
    public async Task What_does_not_hold_fails_with_what_came_nearest(string expectation, string words)
    {
        var performance = await Theatre.Play(Filed + "  " + expectation);

        Assert.That(performance.Fault, Is.Null);
        Assert.That(performance.Outcome!.Failures.Single(), Does.StartWith("ligne 9 : ").And.Contain(words));
    }

    [Test]
    public async Task A_pause_stops_the_jobs_and_what_was_missed_is_caught_up_at_its_end()
    {
        var text = Filed.Replace("expect:\n", """
              - { at: 2026-09-01T10:00:00, pauseJobs: { until: 2026-10-06T08:00:00 } }
              - { at: 2026-10-03T10:00:00, supply: { application: A, documents: [other] } }
            expect:
            """) + """

              - { event: AttestationIssued, kind: extension, validFrom: 2026-10-01, validUntil: 2026-12-31 }
              - { event: AttestationIssued, kind: continuity, validFrom: 2026-10-01, validUntil: 2026-10-05 }
              - { event: CoverageGap, person: p, from: 2026-10-01, to: 2026-10-05 }
              - { event: TaskRaised, task: coverageRisk }
            """;

        var performance = await Theatre.Play(text);

        Assert.That(performance.Fault, Is.Null);
        Assert.That(performance.Outcome!.Failures, Is.Empty);
        var issued = performance.Outcome.Timeline!.Events.Where(e => e["event"]!.ToString() == "AttestationIssued" && e["kind"]!.ToString() == "extension").Select(e => e["at"]!.ToString());
        Assert.That(issued, Is.All.StartsWith("2026-10-06T08:00:00"));
    }

    [Test]
    public async Task An_act_that_the_rules_refuse_is_told_and_the_play_goes_on()
    {
        var performance = await Theatre.Play(Filed.Replace("expect:\n", """
              - { at: 2026-06-20T10:00:00, notify: { application: A } }
              - { at: 2026-06-21T10:00:00, sign: { application: A, outcome: grant } }
            expect:
            """) + "\n  - { event: DecisionSigned, outcome: grant }\n  - { none: DecisionNotified }");

        Assert.That(performance.Outcome!.Failures, Is.Empty);
    }
}
