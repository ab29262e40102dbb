using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.RecordFailedAttempt;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;
using Anef.Tests.Unit.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Unit.Applications;

/// <summary>T49: the service failed on the evening of the last day, 1 August; the person files on the next morning.</summary>
internal sealed class FilingDuringAnOutage
{
    [Test]
    public async Task T49_An_attempt_recorded_on_the_last_day_makes_the_filing_in_time_without_fee()
    {
        await using var desk = new Desk();
        var file = await Filed(desk, "CJF", "2026-08-01T18:00:00Z", "2026-08-02");
        Assert.That((file.Timeliness, file.LateFee, file.FiledOn), Is.EqualTo((Timeliness.InTime, (decimal?)null, (DateOnly?)Law.Day("2026-08-02"))));
        Assert.That(file.History.Select(h => (h.What, h.Detail)), Has.Member(("impossibilityRecorded", "2026-08-01 18:00 UTC")));
        Assert.That(await desk.Tasks(), Is.Empty);
    }

    [TestCase("PEF", "2026-08-01T18:00:00Z", "2026-08-02", TestName = "T49: an attempt at another request does not count")]
    [TestCase("CJF", "2026-08-01T22:30:00Z", "2026-08-02", TestName = "T49: nor one that was itself too late")]
    [TestCase("CJF", "2026-08-01T18:00:00Z", "2026-08-09", TestName = "T49: nor one that nothing followed for more than a week")]
    public async Task T49_Late(string attempted, string at, string filed)
    {
        await using var desk = new Desk();
        Assert.That((await Filed(desk, attempted, at, filed)).Timeliness, Is.EqualTo(Timeliness.Late));
    }

    [Test]
    public async Task T49_Another_person_s_attempt_does_not_count()
    {
        await using var desk = new Desk();
        var (other, person) = (await desk.Register(), await desk.Register());
        desk.On("2026-08-01T18:00:00Z");
        await desk.Do(new RecordFailedAttempt.Request(other, "CJF", "503"));
        desk.On("2026-08-02");
        Assert.That((await desk.Look((await desk.File(new(person, "CJF"))).ApplicationId)).Timeliness, Is.EqualTo(Timeliness.Late));
    }

    [Test]
    public async Task T49_Too_early_an_attempt_files_nothing_late()
    {
        await using var desk = new Desk();
        Assert.That((await Filed(desk, "CJF", "2026-06-01", "2026-06-03")).Timeliness, Is.EqualTo(Timeliness.InTime));
    }

    [Test]
    public async Task Of_several_attempts_the_earliest_is_the_one_cited()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        foreach (var hour in new[] { 18, 9, 15 })
            await desk.With((ApplicationsDb db) =>
            {
                db.Add(new FailedAttempt { PersonId = person, Procedure = "CJF", At = new(2026, 8, 1, hour, 0, 0, TimeSpan.Zero), Error = "503" });
                return db.SaveChangesAsync();
            });
        desk.On("2026-08-02");
        var file = await desk.Look((await desk.File(new(person, "CJF"))).ApplicationId);
        Assert.That(file.History.Single(h => h.What == "impossibilityRecorded").Detail, Is.EqualTo("2026-08-01 09:00 UTC"));
    }

    [Test]
    public async Task An_attempt_is_somebody_s_and_at_a_request_that_exists()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        await Assert.ThrowsAsync<NotFound>(() => desk.Do(new RecordFailedAttempt.Request(Guid.CreateVersion7(), "CJF", "503")));
        Assert.That((await Assert.ThrowsAsync<RuleBroken>(() => desk.Do(new RecordFailedAttempt.Request(person, "XYZ", "503"))))!.Code, Is.EqualTo("applications.unknown-procedure"));
    }

    [Test]
    public async Task The_evidence_is_kept_with_its_instant_and_its_error_cut_to_what_is_readable()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        await desk.Do(new RecordFailedAttempt.Request(person, "CJF", new string('x', 5000)));
        var kept = await desk.With((ApplicationsDb db) => db.FailedAttempts.SingleAsync());
        Assert.That((kept.PersonId, kept.Procedure, kept.At, kept.Error.Length), Is.EqualTo((person, "CJF", desk.Clock.GetUtcNow(), 400)));
    }

    private static async Task<PermitApplication> Filed(Desk desk, string attempted, string at, string day)
    {
        var person = await desk.Register();
        desk.On(at);
        await desk.Do(new RecordFailedAttempt.Request(person, attempted, "503"));
        desk.On(day);
        return await desk.Look((await desk.File(new(person, "CJF"))).ApplicationId);
    }
}
