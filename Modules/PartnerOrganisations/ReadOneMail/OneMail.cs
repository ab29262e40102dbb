using System.Text.Json;
using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.CheckTrust;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ProcessBatch;
using Anef.PartnerOrganisations.ReadMail;
using Anef.PartnerOrganisations.TakeMail;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Foreseen = Anef.PartnerOrganisations.ForeseeMail.ForeseeMail;
using Process = Anef.PartnerOrganisations.ProcessBatch.ProcessBatch;
using Take = Anef.PartnerOrganisations.TakeMail.TakeMail;

namespace Anef.PartnerOrganisations.ReadOneMail;

/// <summary>Does with one mail what the channel does with all of them, and tells what came of it.</summary>
internal sealed class OneMail(PartnerOrganisationsDb db, Addressee addressee, TrustJudge trust, Acknowledgement acknowledgement, IApplications people,
    IUseCase<Take.Request, Take.Taken> take, IUseCase<Process.Request, bool> process, IUseCase<Foreseen.Request, Foreseen.Foreseen> foresee)
{
    private static readonly TimeSpan OthersTurn = TimeSpan.FromSeconds(1);

    public Task<Organisation?> Find(string token, CancellationToken ct) => db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Token == token, ct);

    /// <param name="token">Stands for the one in the address, and leaves the signature aside.</param>
    /// <param name="dry">Nothing is done and nothing is kept.</param>
    public async Task<MailOutcome> Process(byte[] content, string? token, bool dry, CancellationToken ct)
    {
        var message = RawMail.Open(content);
        var organisation = token is null ? (await addressee.Of(message, ct)).Organisation : await Find(token, ct);
        var from = message.From.Mailboxes.FirstOrDefault()?.Address;
        return dry ? await Foresee(content, message, from, organisation, token is null, ct) : await Do(content, from, organisation, token is not null, ct);
    }

    private async Task<MailOutcome> Foresee(byte[] content, MimeMessage message, string? from, Organisation? organisation, bool signed, CancellationToken ct)
    {
        var judged = await trust.Judge(message, organisation, signed, ct);
        if (judged.Verdict != Verdict.Trusted || organisation is null) return new(from, organisation?.Token, "quarantined", QuarantineWords.Of(judged.Reason), []);
        var foreseen = await foresee.Handle(new(content, organisation.Id), ct);
        return new(from, organisation.Token, "trusted", foreseen.Fault, [.. foreseen.Lines.Select(l =>
            new LineOutcome(l.Read.Number, l.Read.Kind, AcknowledgementCsv.Name(l.Status), l.Reference, l.Person, l.Outcome.Reason, l.Outcome.Todo))]);
    }

    private async Task<MailOutcome> Do(byte[] content, string? from, Organisation? organisation, bool named, CancellationToken ct)
    {
        var taken = await take.Handle(new(content, "mail", named ? organisation!.Id : null), ct);
        if (taken.Batch is not { } batch)
        {
            var reply = taken.Reason == "reply";
            return new(from, organisation?.Token, reply ? "trusted" : "quarantined", QuarantineWords.Of(taken.Reason), []);
        }
        while (!await process.Handle(new(batch), ct) || !await Done(batch, ct)) await Task.Delay(OthersTurn, ct);
        var rows = (await acknowledgement.Rows(batch, ct)).ToDictionary(r => r.Number);
        var lines = await db.Lines.AsNoTracking().Where(l => l.BatchId == batch).OrderBy(l => l.Number).ToListAsync(ct);
        var names = await Names([.. lines.Select(l => l.CaseId).OfType<Guid>()], ct);
        var fault = await db.Batches.Where(b => b.Id == batch).Select(b => b.Fault).SingleAsync(ct);
        return new(from, organisation?.Token, "trusted", fault, [.. lines.Select(l => Line(l, rows[l.Number], names))]);
    }

    private static LineOutcome Line(BatchLine line, AcknowledgedLine row, Dictionary<Guid, string> names) => new(line.Number, JsonSerializer.Deserialize<ReadLine>(line.Content)!.Kind,
        AcknowledgementCsv.Name(row.Status), row.Reference, line.CaseId is { } id ? names.GetValueOrDefault(id) : null, row.Outcome.Reason, row.Outcome.Todo);

    /// <summary>Another host may have had it in hand.</summary>
    private Task<bool> Done(Guid batch, CancellationToken ct) => db.Batches.AnyAsync(b => b.Id == batch && b.State == BatchState.Done, ct);

    private async Task<Dictionary<Guid, string>> Names(IReadOnlyCollection<Guid> cases, CancellationToken ct)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var known in await db.Cases.AsNoTracking().Where(c => cases.Contains(c.Id) && c.PersonId != null).Select(c => new { c.Id, Person = c.PersonId!.Value }).ToListAsync(ct))
            if (await people.Person(known.Person, ct) is { } person) names[known.Id] = $"{person.Identity.Surname} {person.Identity.FirstNames}";
        return names;
    }
}
