using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.DraftDecision;
using Anef.Applications.Persistence;
using Anef.Applications.WorkOnFile;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.BulkActs;

/// <summary>One act on one file of a run. That it is done is saved with what was done: never once without the other, never twice.</summary>
internal sealed class BulkWork(ApplicationsDb db, FileWork work, PrefectureCatalog prefectures, IUseCase<RequestDocuments.RequestDocuments.Request, Done> ask, IUseCase<ConfirmComplete.ConfirmComplete.Request, Done> confirm,
    IUseCase<WriteDraft.Request, Done> write, IUseCase<SignDraft.Request, SignDraft.Outcome> sign, IUseCase<DecideApplication.NotifyDecision.Request, Done> notify,
    IUseCase<HandOverCard.RecordCardReady.Request, Done> ready, IUseCase<MovePerson.AcceptTransfer.Request, Done> accept)
{
    public Task Do(BulkRun run, BulkItem item, CancellationToken ct)
    {
        var by = run.Visitor();
        return work.Do(by, item.Number, item.FileVersion, run.Act == "grant" ? "sign" : run.Act, async file =>
        {
            if (BulkRules.WhyNot(run.Act, file, by) is { } why) throw new RuleBroken("applications.left-out", why);
            var mine = await db.Set<BulkItem>().SingleAsync(i => i.Id == item.Id, ct);
            if (mine.State != BulkState.Waiting) return;
            if (run.Act == "grant") await Grant(by, file, mine, ct);
            else await Act(run, by, file, mine.End(BulkState.Done, "fait"), ct);
        }, ct);
    }

    public async Task Refuse(BulkItem item, string words, CancellationToken ct)
    {
        var mine = await db.Set<BulkItem>().SingleAsync(i => i.Id == item.Id, ct);
        if (mine.State != BulkState.Waiting) return;
        mine.End(BulkState.Refused, words);
        await db.SaveChangesAsync(ct);
    }

    private Task<Done> Act(BulkRun run, Visitor by, PermitApplication file, BulkItem done, CancellationToken ct) => run.Act switch
    {
        "ask" => ask.Handle(new(file.Id, run.Documents, run.Due, run.Reason), ct),
        "confirm" => confirm.Handle(new(file.Id), ct),
        "notify" => notify.Handle(new(file.Id), ct),
        "card-ready" => ready.Handle(new(file.Id), ct),
        "accept" when file.OfferedTo is { } to && by.Serves(to, Access.FileRules.Officers) => accept.Handle(new(file.Id, to), ct),
        _ => throw new InvalidOperationException($"{done.Number}: {run.Act} is no act"),
    };

    private async Task Grant(Visitor by, PermitApplication file, BulkItem item, CancellationToken ct)
    {
        var draft = await db.Set<DecisionDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.ApplicationId == file.Id, ct);
        if (draft is { Outcome: DecisionOutcome.Refuse, SignedAt: null }) throw new RuleBroken("applications.left-out", $"un refus est en cours de rédaction par {draft.WrittenBy}");
        // A favourable draft that somebody has signed already wants a second signature, not a new text.
        if (draft is not { SignedAt: null, FirstSignatory: not null })
            await write.Handle(new(file.Id, by, DecisionOutcome.Grant, ["renewal"], "", RemovalOrder: false, draft?.Version), ct);
        var written = await db.Set<DecisionDraft>().SingleAsync(d => d.ApplicationId == file.Id, ct);
        var half = prefectures.Of(file.Prefecture).TwoSignatures && written.FirstSignatory is null;
        item.End(BulkState.Done, half ? "première signature posée ; une autre personne doit signer" : "accordé et signé, à notifier");
        await sign.Handle(new(file.Id, by, written.Version), ct);
    }
}
