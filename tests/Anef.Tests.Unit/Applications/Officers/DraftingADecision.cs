using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.DraftDecision;
using Anef.Applications.ReadFile;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Tests.Unit.Applications.Officers;

internal sealed class DraftingADecision
{
    private static readonly Visitor One = Agents.Officer();
    private static readonly Visitor Two = Agents.Officer(name: "Karim Petit");

    [Test]
    public async Task Writes_the_reasons_out_with_the_file_s_own_words_and_articles()
    {
        await using var desk = new Desk();
        var id = await desk.Filed(missing: "MARI");
        await Write(desk, id, DecisionOutcome.Refuse, ["missing-documents", "resources"]);
        var text = (await Draft(desk, id))!.Text;
        Assert.That(text.Split("\n\n"), Has.Length.EqualTo(2));
        Assert.That(text, Does.Contain("Awa Diallo").And.Contain("art. L.114-5 CRPA").And.Not.Contain("{"));
    }

    [Test]
    public async Task By_one_person_signs_at_once_what_the_person_is_then_told()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await Write(desk, id, DecisionOutcome.Refuse, [], "En fait.\n\nEn droit.");
        Assert.That((await Sign(desk, id, One)).Signed);
        await desk.Do(new NotifyDecision.Request(id));
        Assert.That((await desk.Told<DecisionNotified>()).Single().Reasons, Is.EqualTo(new[] { "En fait.", "En droit." }));
        Assert.That((await desk.Refused<SignDraft.Request, SignDraft.Outcome>(new(id, One, 1))).Code, Is.EqualTo("applications.over"));
    }

    [Test]
    public async Task Where_two_sign_needs_another_person()
    {
        await using var desk = new Desk(local: TwoSignatures);
        var id = await desk.Filed();
        await Write(desk, id, DecisionOutcome.Grant, ["conditions"]);
        Assert.That((await Sign(desk, id, One)).Signed, Is.False);
        Assert.That((await desk.Look(id)).Decision, Is.Null);
        var version = (await Draft(desk, id))!.Version;
        Assert.That((await desk.Refused<SignDraft.Request, SignDraft.Outcome>(new(id, One, version))).Code, Is.EqualTo("applications.same-signatory"));
        Assert.That((await Sign(desk, id, Two)).Signed);
        var draft = (await Draft(desk, id))!;
        Assert.That((draft.FirstSignatoryName, draft.SecondSignatoryName, (await desk.Look(id)).Decision!.Outcome), Is.EqualTo((One.Name, Two.Name, DecisionOutcome.Grant)));
    }

    [Test]
    public async Task Where_two_sign_cannot_be_gone_around()
    {
        await using var desk = new Desk(local: TwoSignatures);
        var id = await desk.Filed();
        Assert.That((await desk.Refused(new SignDecision.Request(id, DecisionOutcome.Grant, []))).Code, Is.EqualTo("applications.two-signatures"));
    }

    [Test]
    public async Task Again_after_the_first_signature_takes_it_away()
    {
        await using var desk = new Desk(local: TwoSignatures);
        var id = await desk.Filed();
        await Write(desk, id, DecisionOutcome.Grant, ["conditions"]);
        await Sign(desk, id, One);
        await Write(desk, id, DecisionOutcome.Grant, ["renewal"]);
        Assert.That((await Sign(desk, id, Two)).Signed, Is.False, "what was signed is not what is written now");
    }

    [Test]
    public async Task That_another_has_rewritten_is_neither_overwritten_nor_signed()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await Write(desk, id, DecisionOutcome.Grant, ["conditions"]);
        var seen = (await Draft(desk, id))!.Version;
        await Write(desk, id, DecisionOutcome.Refuse, [], "Non.");
        Assert.That((await desk.Refused<SignDraft.Request, SignDraft.Outcome>(new(id, One, seen))).Code, Is.EqualTo("applications.draft-changed"));
        Assert.That((await desk.Refused(new WriteDraft.Request(id, One, DecisionOutcome.Grant, [], "Oui.", false, seen))).Code, Is.EqualTo("applications.draft-changed"));
        Assert.That((await desk.Refused(new WriteDraft.Request(id, One, DecisionOutcome.Grant, [], "Oui.", false, null))).Code, Is.EqualTo("applications.draft-changed"));
        Assert.That((await Draft(desk, id))!.Text, Is.EqualTo("Non."));
    }

    [Test]
    public async Task Without_reasons_refuses_nobody()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await Write(desk, id, DecisionOutcome.Refuse, []);
        Assert.That((await desk.Refused<SignDraft.Request, SignDraft.Outcome>(new(id, One, 0))).Code, Is.EqualTo("applications.no-reasons"));
        Assert.That((await desk.Refused(new WriteDraft.Request(id, One, DecisionOutcome.Grant, ["fraud"], "", false, 0))).Code, Is.EqualTo("applications.reason-of-the-other-outcome"));
    }

    [Test]
    public void Every_reason_has_its_article_and_words()
    {
        var reasons = new ReasonCatalog().All;
        Assert.That(reasons, Has.All.Matches<Reason>(r => r!.Article.StartsWith("art.", StringComparison.Ordinal) && r.Text.Length > 30 && r.Title.Length > 0));
        Assert.That(reasons.Select(r => r.Code), Is.Unique);
    }

    private static Prefecture TwoSignatures(Prefecture prefecture) => prefecture with { TwoSignatures = true };

    private static async Task Write(Desk desk, Guid id, DecisionOutcome outcome, string[] reasons, string text = "") =>
        await desk.Do(new WriteDraft.Request(id, One, outcome, reasons, text, false, (await Draft(desk, id))?.Version));

    private static async Task<SignDraft.Outcome> Sign(Desk desk, Guid id, Visitor by) => await desk.Ask<SignDraft.Request, SignDraft.Outcome>(new(id, by, (await Draft(desk, id))!.Version));

    private static async Task<Anef.Applications.Domain.DecisionDraft?> Draft(Desk desk, Guid id)
    {
        desk.Visitor = One;
        return (await desk.Ask<ReadFile.Request, ReadFile.View>(new((await desk.Look(id)).Number))).Draft;
    }
}
