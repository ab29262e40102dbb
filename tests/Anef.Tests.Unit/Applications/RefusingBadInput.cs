using Anef.Applications.AmendApplication;
using Anef.Applications.ChangeGround;
using Anef.Applications.CloseApplication;
using Anef.Applications.ConfirmComplete;
using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.FileApplication;
using Anef.Applications.HandOverCard;
using Anef.Applications.MovePerson;
using Anef.Applications.ReadApplication;
using Anef.Applications.ReceiveCivilStatus;
using Anef.Applications.RegisterPerson;
using Anef.Applications.RequestDocuments;
using Anef.Applications.SeizeCommission;
using Anef.Applications.StoreDocument;
using Anef.Applications.SupplyDocuments;
using Anef.Applications.WithdrawApplication;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications;

internal sealed class RefusingBadInput
{
    private static readonly Guid Nobody = Guid.Parse("0190a000-0000-7000-8000-0000000000ff");

    private static IEnumerable<TestCaseData> Filings()
    {
        yield return Filing("applications.unknown-procedure", "n'est pas une démarche", r => r with { Procedure = "XXX" });
        yield return Filing("applications.unknown-kind", "CJF admet : first, renewal", r => r with { Kind = "again" });
        yield return Filing("applications.unknown-channel", "online, counter, post", r => r with { Channel = "pigeon" });
        yield return Filing("applications.unknown-document", "Elle demande : ", r => r with { Missing = ["XXX"] });
        yield return Filing("applications.received-online", "jour de réception", r => r with { ReceivedOn = Law.Day("2026-07-14") });
        yield return Filing("applications.received-tomorrow", "16/07/2026", r => r with { Channel = "post", ReceivedOn = Law.Day("2026-07-16") });
    }

    [TestCaseSource(nameof(Filings))]
    public async Task A_filing_says_what_is_wrong_and_what_is_possible(string code, string words, Func<FileApplication.Request, FileApplication.Request> wrong)
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        desk.On("2026-07-15");
        Says(await desk.Refused<FileApplication.Request, FileApplication.Filed>(wrong(new(person, "CJF"))), code, words);
    }

    private static IEnumerable<TestCaseData> Acts()
    {
        yield return Act("applications.nothing-amended", "Dites ce qui change", id => new AmendApplication.Request(id, new Dictionary<string, string>()));
        yield return Act("applications.nothing-changed", "Dites la démarche ou le fondement", id => new ChangeGround.Request(id, null, null, Requalified: true));
        yield return Act("applications.unknown-procedure", "n'est pas une démarche", id => new ChangeGround.Request(id, "XXX", null, Requalified: true));
        yield return Act("applications.closure-reason", "Motifs admis : ", id => new CloseApplication.Request(id, ""));
        yield return Act("applications.nothing-asked", "Dites quels documents", id => new RequestDocuments.Request(id, [], null));
        yield return Act("applications.due-in-the-past", "choisissez une date à venir", id => new RequestDocuments.Request(id, ["VIECOM"], Law.Day("2026-07-14")));
        yield return Act("applications.nothing-supplied", "Aucun document", id => new SupplyDocuments.Request(id, []));
        yield return Act("prefectures.outside-scope", "haut-commissariat", id => new AcceptTransfer.Request(id, "988"));
    }

    [TestCaseSource(nameof(Acts))]
    public async Task An_act_on_a_file_says_what_to_do_and_writes_nothing<TRequest>(string code, string words, Func<Guid, TRequest> wrong)
    {
        await using var desk = new Desk();
        Says(await desk.Refused(wrong(await desk.Filed())), code, words);
    }

    [Test]
    public async Task A_move_outside_the_territories_of_the_code_is_refused_with_an_orientation()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        Says(await desk.Refused(new MovePerson.Request(file.PersonId, "988")), "prefectures.outside-scope", "haut-commissariat");
    }

    [Test]
    public async Task A_permit_that_cannot_be_is_not_registered()
    {
        await using var desk = new Desk();
        var holder = Desk.Holder();
        Says(await desk.Refused<RegisterPerson.Request, Guid>(holder with { Held = holder.Held! with { Procedure = "XXX" } }), "applications.unknown-procedure", "XXX");
        Says(await desk.Refused<RegisterPerson.Request, Guid>(holder with { Held = holder.Held! with { ValidFrom = Law.Day("2026-10-01") } }), "applications.permit-dates", "01/10/2026");
    }

    private static IEnumerable<TestCaseData> OfNothing()
    {
        yield return Of(new AmendApplication.Request(Nobody, new Dictionary<string, string> { ["phone"] = "1" }));
        yield return Of(new ChangeGround.Request(Nobody, "OP", null, false));
        yield return Of(new CloseApplication.Request(Nobody, "leftAtOwnRequest"));
        yield return Of(new RecordEvent.Request(Nobody, Died: true));
        yield return Of(new ConfirmComplete.Request(Nobody));
        yield return Of(new SignDecision.Request(Nobody, DecisionOutcome.Grant, []));
        yield return Of(new NotifyDecision.Request(Nobody));
        yield return Of(new RecordCardReady.Request(Nobody));
        yield return Of(new HandOverCard.Request(Nobody));
        yield return Of(new MovePerson.Request(Nobody, "69"));
        yield return Of(new AcceptTransfer.Request(Nobody, "69"));
        yield return Of(new ReceiveCivilStatus.Request(Nobody, true));
        yield return Of(new RequestDocuments.Request(Nobody, ["VIECOM"], null));
        yield return Of(new SeizeCommission.Request(Nobody));
        yield return Of(new SupplyDocuments.Request(Nobody, ["VIECOM"]));
        yield return Of(new WithdrawApplication.Request(Nobody));
        yield return Of(new UndoWithdrawal.Request(Nobody));

        static TestCaseData Of<TRequest>(TRequest request) => new(request) { TypeArgs = [typeof(TRequest)], TestName = $"{typeof(TRequest).DeclaringType!.Name} of nothing is not found" };
    }

    [TestCaseSource(nameof(OfNothing))]
    public async Task What_does_not_exist_is_not_found<TRequest>(TRequest request)
    {
        await using var desk = new Desk();
        Assert.That(async () => await desk.Ask<TRequest, Done>(request), Throws.TypeOf<NotFound>());
    }

    [Test]
    public async Task Nor_are_a_person_a_number_and_a_file_to_add_to()
    {
        await using var desk = new Desk();
        Assert.That(async () => await desk.File(new(Nobody, "CJF")), Throws.TypeOf<NotFound>());
        Assert.That(async () => await desk.Ask<ReadApplication.Request, ReadApplication.View>(new("75-2026-AAAAAAAA")), Throws.TypeOf<NotFound>());
        Assert.That(async () => await desk.Ask<StoreDocument.Request, Guid>(new(Nobody, "VIECOM", Stream.Null)), Throws.TypeOf<NotFound>());
    }

    private static void Says(RuleBroken refusal, string code, string words)
    {
        Assert.That(refusal.Code, Is.EqualTo(code));
        Assert.That(refusal.Message, Does.Contain(words));
    }

    private static TestCaseData Filing(string code, string words, Func<FileApplication.Request, FileApplication.Request> wrong) => new(code, words, wrong) { TestName = $"A filing is refused: {code}" };

    private static TestCaseData Act<TRequest>(string code, string words, Func<Guid, TRequest> wrong) =>
        new(code, words, wrong) { TypeArgs = [typeof(TRequest)], TestName = $"{typeof(TRequest).DeclaringType!.Name} is refused: {code}" };
}
