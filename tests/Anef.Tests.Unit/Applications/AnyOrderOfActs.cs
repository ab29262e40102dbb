using Anef.Applications.AmendApplication;
using Anef.Applications.ChangeGround;
using Anef.Applications.CloseApplication;
using Anef.Applications.ConfirmComplete;
using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.Domain;
using Anef.Applications.HandOverCard;
using Anef.Applications.MovePerson;
using Anef.Applications.ReceiveCivilStatus;
using Anef.Applications.RequestDocuments;
using Anef.Applications.SeizeCommission;
using Anef.Applications.StoreDocument;
using Anef.Applications.SupplyDocuments;
using Anef.Applications.WithdrawApplication;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using CsCheck;

namespace Anef.Tests.Unit.Applications;

internal sealed class AnyOrderOfActs
{
    private static readonly string[] Statuses =
        ["draft", "waitingForDocuments", "waitingForCivilStatus", "toBeChecked", "complete", "signed", "granted", "refused", "handedOver", "withdrawn", "closed"];

    private static readonly string[] Pieces = ["VIECOM", "MARI", "AVIS"];

    private static readonly string[] Grounds = ["CJF", "PEF", "OP"];

    /// <summary>Each act takes a number that it makes of what it likes.</summary>
    private static readonly Func<Desk, PermitApplication, int, Task>[] Acts =
    [
        (desk, a, n) => desk.Do(new SupplyDocuments.Request(a.Id, [Pieces[n % 3]], n % 2 == 0 ? null : Today(desk, a).AddDays(-10 * n))),
        (desk, a, n) => desk.Do(new RequestDocuments.Request(a.Id, [Pieces[n % 3]], n == 0 ? null : Today(desk, a).AddDays(8 * n - 9))),
        (desk, a, n) => desk.Ask<StoreDocument.Request, Guid>(new(a.Id, Pieces[n % 3], new MemoryStream(n % 2 == 0 ? Papers.Pdf() : [1, 2, 3]))),
        (desk, a, n) => desk.Do(new ConfirmComplete.Request(a.Id)),
        (desk, a, n) => desk.Do(new AmendApplication.Request(a.Id, new Dictionary<string, string> { ["phone"] = $"{n}" })),
        (desk, a, n) => desk.Do(new ChangeGround.Request(a.Id, Grounds[n % 3], null, Requalified: n % 2 == 0)),
        (desk, a, n) => desk.Do(new WithdrawApplication.Request(a.Id)),
        (desk, a, n) => desk.Do(new UndoWithdrawal.Request(a.Id)),
        (desk, a, n) => desk.Do(new SignDecision.Request(a.Id, n % 3 == 0 ? DecisionOutcome.Refuse : DecisionOutcome.Grant, [], RemovalOrder: n == 4)),
        (desk, a, n) => desk.Do(new NotifyDecision.Request(a.Id)),
        (desk, a, n) => desk.Do(new SeizeCommission.Request(a.Id)),
        (desk, a, n) => desk.Do(new RecordCardReady.Request(a.Id)),
        (desk, a, n) => desk.Do(new HandOverCard.Request(a.Id)),
        (desk, a, n) => desk.Do(new MovePerson.Request(a.PersonId, n % 2 == 0 ? "69" : "974")),
        (desk, a, n) => desk.Do(new AcceptTransfer.Request(a.Id, n % 2 == 0 ? "69" : "974")),
        (desk, a, n) => desk.Do(new ReceiveCivilStatus.Request(a.Id, Definitive: n % 2 == 0)),
        (desk, a, n) => n < 5 ? desk.Do(new SupplyDocuments.Request(a.Id, ["VIECOM"])) : desk.Do(new CloseApplication.Request(a.Id, "leftAtOwnRequest")),
        (desk, a, n) => n < 5 ? desk.Do(new NotifyDecision.Request(a.Id)) : desk.Do(new RecordEvent.Request(a.PersonId, Died: true)),
    ];

    [Test]
    public Task Keeps_what_must_never_break() =>
        Gen.Select(Gen.Bool, Gen.Select(Gen.Int[0, Acts.Length - 1], Gen.Int[0, 5], Gen.Int[0, 25]).Array[5, 16]).SampleAsync(async (missing, steps) =>
        {
            await using var desk = new Desk();
            var before = await desk.Look(await desk.Filed("2026-07-15", missing ? ["VIECOM"] : []));
            foreach (var (act, number, days) in steps)
            {
                desk.Clock.Advance(TimeSpan.FromDays(days));
                await Try(desk, await DayTwiceIsOnce(desk, before.Zone), () => Acts[act](desk, before, number));
                var after = await desk.Look(before.Id);
                Stands(after, Today(desk, after));
                Follows(before, after);
                before = after;
            }
            Assert.That(await desk.Told<ImplicitRefusal>(), Has.Count.LessThan(2));
        }, iter: 30);

    private static async Task<string> DayTwiceIsOnce(Desk desk, string zone)
    {
        await desk.Day(zone);
        var once = await desk.Everything();
        await desk.Day(zone);
        Assert.That(await desk.Everything(), Is.EqualTo(once));
        return once;
    }

    private static async Task Try(Desk desk, string before, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (RuleBroken refusal)
        {
            Assert.That(await desk.Everything(), Is.EqualTo(before), refusal.Code);
        }
    }

    private static void Stands(PermitApplication file, DateOnly today)
    {
        Assert.That(Statuses, Does.Contain(file.Status));
        if (file.CompleteSince is { } since) Assert.That(since, Is.InRange(file.FiledOn!.Value, today));
        Assert.That(file.ImplicitRefusalOn is null, Is.EqualTo(file.CompleteSince is null));
        Assert.That(file.CompleteSince is not null && file.MissesIndispensable, Is.False);
        if (file.Decision?.NotifiedOn is { } notified) Assert.That(notified, Is.GreaterThanOrEqualTo(file.Decision.SignedOn));
        if (file.CardReadyOn is not null || file.HandedOverOn is not null) Assert.That(file.Decision is { NotifiedOn: not null, Outcome: DecisionOutcome.Grant });
        Assert.That(file.Undecided, Is.EqualTo(file.Status is not ("granted" or "refused" or "handedOver" or "withdrawn" or "closed")));
    }

    private static void Follows(PermitApplication before, PermitApplication after)
    {
        Assert.That((after.Number, after.FiledOn, after.FiledAt, after.KeyedAt, after.PersonId), Is.EqualTo((before.Number, before.FiledOn, before.FiledAt, before.KeyedAt, before.PersonId)));
        Assert.That(after.History.Take(before.History.Count), Is.EqualTo(before.History));
        Assert.That(after.Answers.Select(a => (a.Version, a.At)).Take(before.Answers.Count), Is.EqualTo(before.Answers.Select(a => (a.Version, a.At))));
        Assert.That(after.Documents.Sum(d => d.Versions.Count), Is.GreaterThanOrEqualTo(before.Documents.Sum(d => d.Versions.Count)));
        Assert.That(after.Restricted || !before.Restricted);
        Assert.That(before.Undecided || !after.Undecided, "what is over stays over");
        if (before.Ending is not null) Assert.That(after.Ending, Is.EqualTo(before.Ending));
        if (before.ImplicitRefusalBornOn is not null) Assert.That(after.ImplicitRefusalBornOn, Is.EqualTo(before.ImplicitRefusalBornOn));
        if (before.Decision?.NotifiedOn is not null) Assert.That((after.Decision!.Outcome, after.Decision.NotifiedOn), Is.EqualTo((before.Decision.Outcome, before.Decision.NotifiedOn)));
    }

    private static DateOnly Today(Desk desk, PermitApplication file) => desk.Clock.Today(file.Zone);
}
