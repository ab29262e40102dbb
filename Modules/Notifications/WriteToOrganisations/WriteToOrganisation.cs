using Anef.Notifications.Contracts;
using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Anef.Notifications.WriteToOrganisations;

/// <summary>Makes a mail to an organisation a row, under its own id: told twice, it is one.</summary>
internal sealed class WriteToOrganisation(NotificationsDb db, PumpBell bell, TimeProvider clock) : IHandleEvent<OrganisationMail>
{
    public async Task Handle(OrganisationMail fact, CancellationToken ct)
    {
        if (await Written(fact, ct)) return;
        db.Add(Message.ToOrganisation(fact.MailId, new(fact.From, fact.FromName, fact.ReplyTo, fact.InReplyTo, fact.References, [.. fact.Attachments.Select(a => new Enclosed(a.Name, a.Type, a.Text))]),
            fact.ToName, new(Channel.Email, "fr", fact.To, OneLine(fact.Subject), fact.Text, fact.Html), clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(ct);
            bell.Ring();
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await Written(fact, ct)) throw;
        }
    }

    private Task<bool> Written(OrganisationMail fact, CancellationToken ct) => db.Messages.AnyAsync(m => m.Id == fact.MailId, ct);

    private static string OneLine(string subject)
    {
        var line = string.Join(' ', subject.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 100 ? line[..100] : line;
    }
}
