using System.Text.Json;
using Anef.PartnerOrganisations.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ReadMail;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;

namespace Anef.PartnerOrganisations.ProcessBatch;

/// <summary>Settles some lines of a batch: what is known, what becomes of them, what is done; then all of it in one transaction.</summary>
internal sealed class SettleLines(PartnerOrganisationsDb db, LineBook book, LineJudge judge, LineActs acts, Positions positions, TimeProvider clock)
{
    /// <param name="lease">Until when the batch is in hand from now on.</param>
    public async Task Settle(Batch batch, Organisation organisation, IReadOnlyList<ReadLine> lines, IReadOnlyDictionary<string, MailFile> files, DateTimeOffset lease, CancellationToken ct)
    {
        var facts = await book.FactsOf(organisation, lines, ct);
        var keys = lines.Select(l => LineKeys.Of(organisation.Id, l)).ToList();
        var earlier = await book.Before(organisation, keys, batch.Id, ct);
        var work = new Chunk(batch, organisation, earlier, files);
        for (var i = 0; i < lines.Count; i++)
            await One(work, facts[i], keys[i], ct);
        await Save(work, lease, ct);
    }

    private async Task One(Chunk work, LineFacts facts, LineKey key, CancellationToken ct)
    {
        var judged = judge.Judge(work.Organisation, facts);
        var (repeat, situation) = work.Earlier.Of(key, judged);
        var line = new BatchLine { BatchId = work.Batch.Id, Number = facts.Line.Number, Content = JsonSerializer.Serialize(facts.Line), Hash = key.Hash, Repeat = repeat };
        work.Lines.Add(line);
        if (repeat == Repeat.Same)
        {
            (line.CaseId, line.Status, line.Reason, line.Words) = (situation!.Id, situation.Status, situation.Status == LineStatus.Answered ? "answered" : situation.Reason, situation.Words);
            return;
        }
        var id = situation?.Id ?? LineKeys.CaseId(work.Batch.Id, facts.Line.Number);
        judged = await acts.Do(id, judged, facts.Line, work.Batch.ReceivedAt, work.Files, ct);
        (line.Status, line.Reason, line.Words) = (judged.Status, judged.Reason, judged.Words);
        if (!judged.HasCase) return;
        situation ??= Open(work, id, key, facts.Line, judged);
        line.CaseId = situation.Id;
        (situation.Fingerprint, situation.Likeness) = (key.Fingerprint, judged.Person is null ? key.Likeness : null);
        Write(situation, judged, line);
        if (repeat == Repeat.New) work.Earlier.Same[key.Hash] = situation;
    }

    private PartnerCase Open(Chunk work, Guid id, LineKey key, ReadLine line, Judgement judged)
    {
        var now = clock.GetUtcNow();
        var opened = new PartnerCase
        {
            Id = id, OrganisationId = work.Organisation.Id, Fingerprint = key.Fingerprint, Kind = line.Kind, OpenedAt = now, DueOn = judged.DueOn, Priority = judged.Priority,
            Reference = LineKeys.Reference(judged.Prefecture, now.DayIn(CivilTime.Paris).Year, id),
        };
        work.Cases.Add(opened);
        return opened;
    }

    /// <summary>A correction may bring the day forward, and never puts it off.</summary>
    private void Write(PartnerCase situation, Judgement judged, BatchLine line)
    {
        situation.Become(judged.Status, judged.Reason, judged.Words);
        (situation.PersonId, situation.ApplicationId, situation.Prefecture) = (judged.Person?.PersonId, judged.Request?.ApplicationId, judged.Prefecture);
        (situation.Priority, situation.DueOn) = (Math.Min(situation.Priority, judged.Priority), judged.DueOn < situation.DueOn ? judged.DueOn : situation.DueOn);
        (situation.SafeContact, situation.LineId) = (situation.SafeContact || judged.SafeContact, line.Id);
        if (judged.Closed) situation.Close(clock.GetUtcNow());
    }

    private async Task Save(Chunk work, DateTimeOffset lease, CancellationToken ct)
    {
        var (messages, deliveries) = (new List<OutboxMessage>(work.Cases.Count), new List<OutboxDelivery>());
        var position = work.Cases.Count == 0 ? 0 : positions.Take(work.Cases.Count);
        foreach (var opened in work.Cases)
        {
            var (message, owed) = db.Envelope(Told(opened), position++);
            messages.Add(message);
            deliveries.AddRange(owed);
        }
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        (work.Batch.Settled, work.Batch.LeasedUntil) = (work.Batch.Settled + work.Lines.Count, lease);
        // The batch first: a host that was thought dead finds its version gone, and writes nothing.
        await db.SaveChangesAsync(ct);
        await db.BulkInsert(work.Cases, ct);
        await db.BulkInsert(work.Lines, ct);
        await db.BulkInsert(messages, ct);
        await db.BulkInsert(deliveries, ct);
        await transaction.CommitAsync(ct);
    }

    private static CaseOpened Told(PartnerCase opened) =>
        new(opened.Id, opened.OrganisationId, opened.PersonId, opened.ApplicationId, opened.Kind, opened.Prefecture, opened.Priority, opened.DueOn) { SafeContact = opened.SafeContact };

    private sealed record Chunk(Batch Batch, Organisation Organisation, Earlier Earlier, IReadOnlyDictionary<string, MailFile> Files)
    {
        public List<BatchLine> Lines { get; } = [];

        public List<PartnerCase> Cases { get; } = [];
    }
}
