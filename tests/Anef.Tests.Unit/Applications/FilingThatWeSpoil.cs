using Anef.Applications.Domain;
using Anef.Applications.FileApplication;
using Anef.Applications.FileDraft;
using Anef.Applications.ForeseeFiling;
using Anef.Applications.Persistence;
using Anef.Applications.SaveDraft;
using Anef.Applications.StartDraft;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace Anef.Tests.Unit.Applications;

/// <summary>Our own failure on the last evening of the window, 1 August: the draft stays, the attempt is noted, and the filing of the next morning is in time.</summary>
internal sealed class FilingThatWeSpoil
{
    [Test]
    public async Task Of_somebody_known_is_evidence_for_them()
    {
        await using var desk = new Desk();
        var person = await desk.SignInAsHolder();
        desk.On("2026-08-01T18:00:00Z");
        var draft = await desk.Ask<StartDraft.Request, Guid>(new("CJF"));
        await Spoil(desk, draft);
        var attempt = await desk.With((ApplicationsDb db) => db.FailedAttempts.AsNoTracking().SingleAsync());
        Assert.That((attempt.PersonId, attempt.Procedure, attempt.At), Is.EqualTo((person, "CJF", DateTimeOffset.Parse("2026-08-01T18:00:00Z", System.Globalization.CultureInfo.InvariantCulture))));
        await FiledInTime(desk, draft);
    }

    [Test]
    public async Task Of_somebody_unknown_is_kept_with_the_draft_and_nobody_is_half_registered()
    {
        await using var desk = new Desk();
        var draft = await desk.DraftOfAStranger(kind: "renewal");
        await desk.Do(new SaveDraft.Request(draft, "situation", new Dictionary<string, string?> { ["held"] = "yes", ["heldProcedure"] = "CJF", ["heldUntil"] = "2026-09-30" }, 1));
        desk.On("2026-08-01T18:00:00Z");
        await Spoil(desk, draft);
        Assert.That(await desk.With((ApplicationsDb db) => db.People.CountAsync()), Is.Zero);
        await FiledInTime(desk, draft);
    }

    [Test]
    public async Task A_refusal_is_no_failure_of_ours()
    {
        await using var desk = new Desk();
        await desk.SignInAsHolder();
        desk.On("2026-08-20");
        var draft = await desk.Ask<StartDraft.Request, Guid>(new("CJF"));
        await Assert.ThrowsAsync<RuleBroken>(() => desk.Ask<FileDraft.Request, FileDraft.Filed>(new(draft)));
        Assert.That(await desk.With((ApplicationsDb db) => db.FailedAttempts.CountAsync()), Is.Zero);
    }

    private static async Task Spoil(Desk desk, Guid draft)
    {
        var broken = Substitute.For<IUseCase<FileApplication.Request, FileApplication.Filed>>();
        broken.Handle(default!, default).ThrowsAsyncForAnyArgs(new IOException("the disk is full"));
        var refusal = (await Assert.ThrowsAsync<RuleBroken>(() => desk.With((IServiceProvider services) =>
            ActivatorUtilities.CreateInstance<FileDraft>(services, broken).Handle(new(draft), default))))!;
        Assert.That(refusal.Code, Is.EqualTo("applications.filing-failed"));
        Assert.That(refusal.Message, Does.Contain("01/08/2026 à 20:00").And.Contain("Votre brouillon est gardé"));
        Assert.That(await desk.With((ApplicationsDb db) => db.Applications.CountAsync()), Is.Zero);
    }

    private static async Task FiledInTime(Desk desk, Guid draft)
    {
        desk.On("2026-08-02");
        var foreseen = await desk.Ask<ForeseeFiling.Request, ForeseeFiling.Foreseen>(new(draft));
        Assert.That((foreseen.Late, foreseen.Excused), Is.EqualTo((false, (DateTimeOffset?)DateTimeOffset.Parse("2026-08-01T18:00:00Z", System.Globalization.CultureInfo.InvariantCulture))));
        var file = await desk.Look((await desk.Ask<FileDraft.Request, FileDraft.Filed>(new(draft))).ApplicationId);
        Assert.That((file.Timeliness, file.LateFee), Is.EqualTo((Timeliness.InTime, (decimal?)null)));
    }
}
