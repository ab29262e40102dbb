using Anef.PartnerOrganisations.Acknowledge;
using Anef.PartnerOrganisations.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Events;
using Microsoft.EntityFrameworkCore;
using Thread = Anef.PartnerOrganisations.Acknowledge.Thread;

namespace Anef.PartnerOrganisations.WhenWordAdded;

/// <summary>What a prefecture says of a situation leaves in the thread of the mail that it came by. Told twice, it leaves once: the mail has the word's id.</summary>
internal sealed class MailWords(PartnerOrganisationsDb db, Thread thread, TimeProvider clock) : IHandleEvent<CaseWordAdded>
{
    /// <summary>Older words were told by their own facts.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    public async Task Handle(CaseWordAdded fact, CancellationToken ct)
    {
        if (fact.FromOrganisation) return;
        var since = clock.GetUtcNow() - Recent;
        var words = await db.Words.AsNoTracking().Where(w => w.CaseId == fact.CaseId && !w.FromOrganisation && w.At > since).OrderBy(w => w.At).ToListAsync(ct);
        if (words.Count == 0 || await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == fact.CaseId, ct) is not { } situation) return;
        var batch = await db.Batches.AsNoTracking().SingleAsync(b => db.Lines.Any(l => l.Id == situation.LineId && l.BatchId == b.Id), ct);
        if (batch.Channel != "mail" || !await MayKnow(situation, ct)) return;
        var mail = await db.Mails.AsNoTracking().SingleAsync(m => m.Id == batch.MailId, ct);
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == situation.OrganisationId, ct);
        foreach (var word in words) db.Publish(Write(word, situation, batch, mail, organisation));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A mandate that was revoked meanwhile ends what may be said.</summary>
    private async Task<bool> MayKnow(PartnerCase situation, CancellationToken ct)
    {
        if (situation.PersonId is not { } person) return true;
        var mandates = await db.Mandates.AsNoTracking().Where(m => m.OrganisationId == situation.OrganisationId && m.PersonId == person).ToListAsync(ct);
        return mandates.Exists(m => m.HoldsOn(clock.Today(CivilTime.Paris)));
    }

    private Anef.Notifications.Contracts.OrganisationMail Write(CaseWord word, PartnerCase situation, Batch batch, InboundMail mail, Organisation organisation)
    {
        var text = $"""
            Bonjour,

            Situation {situation.Reference} : {(situation.IsOpen ? "la préfecture vous écrit." : "la préfecture a répondu.")}

            {word.Text}

            Pour répondre, répondez à ce message.

            """.ReplaceLineEndings("\n");
        return thread.Write(word.Id, organisation, mail, [batch.Id], text, Thread.Paragraphs(text));
    }
}
