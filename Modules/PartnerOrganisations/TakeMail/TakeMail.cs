using System.Security.Cryptography;
using System.Text;
using Anef.PartnerOrganisations.CheckTrust;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ReadMail;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Anef.PartnerOrganisations.TakeMail;

/// <summary>Takes what an organisation sends, by whichever way: stored whole, once, before anything else is done with it.</summary>
internal sealed class TakeMail(PartnerOrganisationsDb db, Addressee addressee, TrustJudge trust, Replies replies, MailSeal seal, PumpBell bell, TimeProvider clock) : IUseCase<TakeMail.Request, TakeMail.Taken>
{
    /// <param name="Content">A whole MIME message.</param>
    /// <param name="Channel"><c>mail</c>, <c>web</c>, <c>api</c>.</param>
    /// <param name="Organisation">Of whoever has signed in, or whom an operator names; null when the address and the sender have to say it.</param>
    /// <param name="Sender">Name of the member or of the key; null for the sender of the mail.</param>
    public sealed record Request(byte[] Content, string Channel, Guid? Organisation = null, string? Sender = null)
    {
        /// <summary>False when it is larger than is taken, and only its beginning is here.</summary>
        public bool Whole { get; init; } = true;
    }

    /// <param name="Batch">Null when it is in quarantine, ignored, or a word to a situation.</param>
    /// <param name="Again">It had been taken before: nothing was done.</param>
    public sealed record Taken(Guid Mail, Guid? Batch, bool Again, string? Reason);

    public async Task<Taken> Handle(Request request, CancellationToken ct)
    {
        var message = RawMail.Open(request.Content);
        var (token, organisation) = request.Organisation is { } id ? (null, await db.Organisations.SingleOrDefaultAsync(o => o.Id == id, ct)) : await addressee.Of(message, ct);
        var key = KeyOf(request, message, organisation?.Id.ToString("N") ?? token ?? "");
        if (await Before(key, ct) is { } before) return before;
        var verdict = await Judge(request, message, organisation, ct);
        var mail = new InboundMail
        {
            Key = key,
            MessageId = Short(message.MessageId),
            From = Short(request.Sender ?? message.From.Mailboxes.FirstOrDefault()?.Address) ?? "",
            Subject = Short(message.Subject) ?? "",
            ReceivedAt = clock.GetUtcNow(),
            OrganisationId = organisation?.Id,
            State = verdict.Verdict switch { Verdict.Trusted => MailState.Accepted, Verdict.Ignored => MailState.Ignored, _ => MailState.Quarantined },
            Reason = verdict.Reason,
            Content = seal.Seal(request.Content),
        };
        db.Add(mail);
        var batch = verdict.Verdict == Verdict.Trusted ? await Accept(request, message, organisation!, mail, ct) : null;
        return await Save(mail, batch, ct);
    }

    /// <summary>A word to a situation is no batch; everything else is one.</summary>
    private async Task<Batch?> Accept(Request request, MimeMessage message, Organisation organisation, InboundMail mail, CancellationToken ct)
    {
        if (request.Channel == "mail" && await replies.Take(message, organisation, mail, ct)) return null;
        var batch = NewBatch(mail, organisation.Id, request.Channel);
        db.Add(batch);
        return batch;
    }

    public static Batch NewBatch(InboundMail mail, Guid organisation, string channel) => new()
    {
        OrganisationId = organisation, Channel = channel, MailId = mail.Id, Sender = mail.From, Subject = mail.Subject, ReceivedAt = mail.ReceivedAt,
    };

    private async Task<Trust> Judge(Request request, MimeMessage message, Organisation? organisation, CancellationToken ct)
    {
        if (!request.Whole) return new(Verdict.Quarantined, "tooLarge");
        // Who has signed in was looked at by the door that they came through.
        if (request.Channel != "mail") return organisation is null ? new(Verdict.Quarantined, "unknownToken") : new(Verdict.Trusted, null);
        return await trust.Judge(message, organisation, signed: request.Organisation is null, ct);
    }

    /// <summary>Two hosts, or a crash before the mailbox heard of it: the unique key lets one of them through.</summary>
    private async Task<Taken> Save(InboundMail mail, Batch? batch, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await Before(mail.Key, ct) is { } before) return before;
            throw;
        }
        if (batch is not null) bell.Ring();
        return new(mail.Id, batch?.Id, false, mail.Reason);
    }

    private async Task<Taken?> Before(string key, CancellationToken ct)
    {
        if (await db.Mails.AsNoTracking().Where(m => m.Key == key).Select(m => new { m.Id, m.Reason }).SingleOrDefaultAsync(ct) is not { } mail) return null;
        var batch = await db.Batches.Where(b => b.MailId == mail.Id).Select(b => (Guid?)b.Id).SingleOrDefaultAsync(ct);
        return new(mail.Id, batch, true, mail.Reason);
    }

    /// <summary>By Message-Id and addressee where the mail has one; a mail without is known by its content.</summary>
    private static string KeyOf(Request request, MimeMessage message, string whose)
    {
        var what = message.MessageId is { Length: > 0 } id ? Encoding.UTF8.GetBytes(id) : request.Content;
        return Convert.ToHexString(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{whose}|{(request.Channel == "mail" ? "" : request.Channel)}|"), .. what]));
    }

    private static string? Short(string? text) => text is { Length: > 400 } ? text[..400] : text;
}
