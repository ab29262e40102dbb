using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Retention;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ForgetDrafts;

/// <summary>Forgets uploads that were never finished, and drafts that nobody went on with, once their owner was told, with the files that became no document.</summary>
[Schedule("applications.forget-drafts", "30 3 * * *")]
internal sealed class ForgetDraftsJob(ApplicationsDb db, DocumentStore store, Shredder shredder, IRetention retention, TimeProvider clock) : IJob
{
    private const int Batch = 100;

    public async Task Run(CancellationToken ct)
    {
        await Uploads(ct);
        await shredder.Finish(ct);
        var today = clock.Today(CivilTime.Paris);
        var rule = retention.Of(Things.Drafts, today);
        var limit = rule.KeptSince(today.AddDays(rule.NoticeDays));
        for (var after = Guid.Empty; ;)
        {
            var drafts = await db.Drafts.Where(d => d.UpdatedAt < limit && d.Id > after).OrderBy(d => d.Id).Take(Batch).ToListAsync(ct);
            foreach (var draft in drafts) await Look(draft, rule, today, ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            if (drafts.Count < Batch) break;
            after = drafts[^1].Id;
        }
        await shredder.Finish(ct);
    }

    private async Task Uploads(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var upload in await db.Uploads.Where(u => u.ExpiresAt <= now).ToListAsync(ct))
        {
            if (!upload.Done) store.Erase(upload.Id);
            db.Remove(upload);
        }
        await db.SaveChangesAsync(ct);
    }

    private async Task Look(FilingDraft draft, RetentionRule rule, DateOnly today, CancellationToken ct)
    {
        var due = draft.EndsOn(rule);
        // What was filed is nobody's loss: the request has it all.
        if (!draft.IsFiled)
        {
            if (due.AddDays(-rule.NoticeDays) > today) return;
            if (draft.Told is null)
            {
                draft.Announce(today, due > today.AddDays(rule.NoticeDays) ? due : today.AddDays(rule.NoticeDays));
                db.Publish(new DraftEnding(draft.Account, draft.PersonId, draft.Id, draft.Told!.DueOn));
                return;
            }
            if (draft.Told.DueOn > today) return;
        }
        if (due <= today) await Forget(draft, rule, today, ct);
    }

    private async Task Forget(FilingDraft draft, RetentionRule rule, DateOnly today, CancellationToken ct)
    {
        foreach (var file in await db.StoredFiles.Where(f => f.DraftId == draft.Id && f.ApplicationId == null).ToListAsync(ct)) file.Forsake();
        // The number that was given too early is nothing any more.
        if (draft is { IsFiled: false, ApplicationId: { } kept } && await db.Applications.SingleOrDefaultAsync(a => a.Id == kept, ct) is { IsDraft: true, Ending: null } application)
            application.Withdraw(Moment.In(application.Zone, clock));
        db.Remove(draft);
        if (!draft.IsFiled) await db.Register(rule, today, 1, ct);
    }
}
