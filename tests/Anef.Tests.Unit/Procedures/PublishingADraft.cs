using System.Text.Json.Nodes;
using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.Procedures.ExplainChange;
using Anef.Procedures.OpenDraft;
using Anef.Procedures.Persistence;
using Anef.Procedures.PublishDraft;
using Anef.Procedures.PublishRules;
using Anef.Procedures.ReadJournal;
using Anef.Procedures.RehearseDraft;
using Anef.Procedures.WithdrawDraft;
using Anef.Procedures.WriteDraft;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;
using static Anef.Tests.Unit.Procedures.Law;

namespace Anef.Tests.Unit.Procedures;

internal sealed class PublishingADraft : IDisposable
{
    private readonly RuleHouse _house = new();
    private readonly Visitor _author = RuleHouse.Of("Ada", Role.Ministry);
    private readonly Visitor _second = RuleHouse.Of("Bob", Role.Ministry);

    public void Dispose() => _house.Dispose();

    [Test]
    public async Task A_second_person_publishes_what_was_rehearsed_and_it_holds_from_its_first_day()
    {
        var draft = await DearerFees();
        await Rehearse(draft);
        var published = await Publish(draft, _second);
        var fee = await _house.With<IProcedures, decimal>(p => Task.FromResult(p.FeeOf("CJF", "first", Day("2027-01-01")).Amount));
        Assert.That((published.Version, published.EffectiveFrom, fee), Is.EqualTo((3, Day("2027-01-01"), 450m)));
    }

    [Test]
    public async Task Who_wrote_a_word_of_it_does_not_publish_it()
    {
        var draft = await DearerFees();
        await Rehearse(draft);
        Assert.That(await Refusal(() => Publish(draft, _author)), Is.EqualTo("procedures.draft-second-person"));
    }

    [Test]
    public async Task Nothing_is_published_without_a_rehearsal() =>
        Assert.That(await Refusal(async () => await Publish(await DearerFees(), _second)), Is.EqualTo("procedures.draft-not-rehearsed"));

    [Test]
    public async Task A_rehearsal_of_another_text_counts_for_nothing()
    {
        var draft = await DearerFees();
        await Rehearse(draft);
        await Write(draft, (await Draft(draft)).Body + " ", seen: (await Draft(draft)).Version);
        Assert.That(await Refusal(() => Publish(draft, _second)), Is.EqualTo("procedures.draft-not-rehearsed"));
    }

    [Test]
    public async Task A_rehearsal_beside_other_rules_counts_for_nothing()
    {
        var draft = await DearerFees();
        await Rehearse(draft);
        await _house.Ask<PublishRules.Request, PublishRules.Published>(new("late", Changed("late.v1.json", 2, b => b["euros"] = 190), "DGEF"));
        Assert.That(await Refusal(() => Publish(draft, _second)), Is.EqualTo("procedures.draft-not-rehearsed"));
    }

    [Test]
    public async Task A_story_that_changes_needs_a_written_reason()
    {
        _house.Rehearsals.Failing.Add("b.yaml");
        var draft = await DearerFees();
        var rehearsal = await Rehearse(draft);
        Assert.That(await Refusal(() => Publish(draft, _second)), Is.EqualTo("procedures.draft-changes-files"));
        Assert.That(await Refusal(() => _house.Ask<ExplainChange.Request, Done>(new(rehearsal, "b.yaml", " "))), Is.EqualTo("procedures.reason-empty"));
        await Assert.ThrowsAsync<NotFound>(() => _house.Ask<ExplainChange.Request, Done>(new(rehearsal, "a.yaml", "Rien n'y change.")));
        await _house.Ask<ExplainChange.Request, Done>(new(rehearsal, "b.yaml", "La loi de finances change ce montant."));
        Assert.That((await Publish(draft, _second)).Version, Is.EqualTo(3));
    }

    [Test]
    public async Task Each_story_is_played_as_the_draft_is_dated_and_as_if_it_held_already()
    {
        await Rehearse(await DearerFees());
        var laid = _house.Rehearsals.Laid.Select(texts => texts.Where(t => t.Family == "fees").Select(t => t.EffectiveFrom).ToList()).ToList();
        Assert.That(laid[0], Is.EqualTo(new[] { Day("2027-01-01") }));
        Assert.That(laid[1], Is.EqualTo(new[] { Day("2021-05-01"), Day("2026-03-01"), Day("2027-01-01") }));
        Assert.That(_house.Rehearsals.Laid[1].Select(t => t.Version), Is.Unique);
    }

    [Test]
    public async Task A_text_with_faults_is_kept_and_not_rehearsed()
    {
        var draft = await Open("late");
        await Write(draft, """
            {
              "version": 2,
              "effectiveFrom": "2027-01-01",
              "euro": 200,
              "kinds": "renewal"
            }
            """);
        Assert.That(await Refusal(() => Rehearse(draft)), Is.EqualTo("procedures.rules-malformed"));
        var faults = RuleTexts.Faults("late", (await Draft(draft)).Body).ToList();
        Assert.That(faults.Select(f => f.Line), Is.EquivalentTo(new[] { 1, 4, 5 }));
        Assert.That(string.Join('|', faults.Select(f => f.Words)), Does.Contain("clé inconnue « euro »").And.Contain("« kinds » : une liste").And.Contain("il manque « article »"));
    }

    [Test]
    public async Task What_somebody_else_wrote_meanwhile_is_not_written_over()
    {
        var draft = await Open("late");
        var seen = (await Draft(draft)).Version;
        await Write(draft, "{ }", seen: seen);
        Assert.That(await Refusal(() => Write(draft, "{ \"version\": 2 }", seen: seen)), Is.EqualTo("procedures.draft-changed-meanwhile"));
    }

    [Test]
    public async Task A_withdrawn_draft_is_over()
    {
        var draft = await DearerFees();
        await Rehearse(draft);
        await _house.Ask<WithdrawDraft.Request, Done>(new(draft));
        Assert.That(await Refusal(() => Publish(draft, _second)), Is.EqualTo("procedures.draft-closed"));
    }

    [Test]
    public async Task Nobody_outside_the_ministry_touches_a_draft()
    {
        var draft = await DearerFees();
        _house.Visitor = RuleHouse.Of("Eve", Role.TeamManager, "69");
        await Assert.ThrowsAsync<NotFound>(() => _house.Ask<WithdrawDraft.Request, Done>(new(draft)));
        await Assert.ThrowsAsync<NotFound>(() => _house.Ask<OpenDraft.Request, Guid>(new("fees")));
    }

    [Test]
    public async Task Every_act_is_kept_with_who_did_it()
    {
        var draft = await DearerFees();
        await Rehearse(draft);
        await Publish(draft, _second);
        var acts = await _house.With<ProceduresDb, List<(DraftAct, string)>>(async db => [.. (await db.RuleActs.Where(a => a.DraftId == draft).OrderBy(a => a.Id).ToListAsync()).Select(a => (a.What, a.Name))]);
        Assert.That(acts, Is.EqualTo(new[] { (DraftAct.Opened, "Ada"), (DraftAct.Written, "Ada"), (DraftAct.RehearsalAsked, "Ada"), (DraftAct.Published, "Bob") }));
    }

    [Test]
    public async Task The_journal_tells_the_publication_key_by_key()
    {
        var draft = await DearerFees();
        await Rehearse(draft);
        await Publish(draft, _second);
        var entries = await _house.With<Journal, IReadOnlyList<Journal.Entry>>(j => j.Read(CancellationToken.None));
        var entry = entries.Single(e => e is { Family: "fees", Version: 3 });
        Assert.That(entry.Changes.Single(), Is.EqualTo(new KeyDifference("profiles.FIRST.parts[taxe de première délivrance].euros", "300", "400")));
        Assert.That(entries.Single(e => e.Procedure == "CR-R").From, Is.EqualTo(Day("2024-07-04")));
    }

    [Test]
    public async Task The_first_day_of_the_form_takes_the_place_of_the_text_s_own()
    {
        var draft = await Open("late");
        await _house.Ask<WriteDraft.Request, Done>(new(draft, (await Draft(draft)).Body, Day("2028-02-29"), false, (await Draft(draft)).Version));
        Assert.That((await Draft(draft)).Body, Does.Contain("\"effectiveFrom\": \"2028-02-29\"").And.Contain("\"version\": 2"));
    }

    private async Task<Guid> DearerFees()
    {
        var draft = await Open("fees");
        var seen = (await Draft(draft)).Version;
        await Write(draft, Changed("fees.v2.json", 3, b => b["profiles"]!["FIRST"]!["parts"]![0]!["euros"] = 400), seen: seen);
        return draft;
    }

    private Task<Guid> Open(string family)
    {
        _house.Visitor = _author;
        return _house.Ask<OpenDraft.Request, Guid>(new(family));
    }

    private async Task Write(Guid draft, string body, long? seen = null) =>
        await _house.Ask<WriteDraft.Request, Done>(new(draft, body, null, false, seen ?? (await Draft(draft)).Version));

    private async Task<Guid> Rehearse(Guid draft)
    {
        var rehearsal = await _house.Ask<RehearseDraft.Request, Guid>(new(draft));
        Assert.That(await _house.With<PlayDraft, bool>(p => p.PlayNext(CancellationToken.None)), Is.True);
        return rehearsal;
    }

    private Task<PublishRules.Published> Publish(Guid draft, Visitor who)
    {
        _house.Visitor = who;
        return _house.Ask<PublishDraft.Request, PublishRules.Published>(new(draft));
    }

    private Task<RuleDraft> Draft(Guid id) => _house.With<ProceduresDb, RuleDraft>(db => db.RuleDrafts.AsNoTracking().SingleAsync(d => d.Id == id));

    private static async Task<string?> Refusal(Func<Task> act) => (await Assert.ThrowsAsync<RuleBroken>(() => act()))?.Code;

    private static string Changed(string name, int version, Action<JsonNode> change)
    {
        using var reader = new StreamReader(typeof(RuleBook).Assembly.GetManifestResourceStream(name)!);
        var body = JsonNode.Parse(reader.ReadToEnd())!;
        (body["version"], body["effectiveFrom"]) = (version, "2027-01-01");
        change(body);
        return body.ToJsonString();
    }
}
