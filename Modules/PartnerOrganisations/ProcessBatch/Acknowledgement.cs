using System.Globalization;
using System.Text;
using Anef.Notifications.Contracts;
using Anef.PartnerOrganisations.Acknowledge;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ReadMail;
using Microsoft.EntityFrameworkCore;
using Thread = Anef.PartnerOrganisations.Acknowledge.Thread;

namespace Anef.PartnerOrganisations.ProcessBatch;

/// <summary>Says of each line what became of it: once, in the save that ends the batch. It names nobody: the sender knows their own lines by number.</summary>
internal sealed class Acknowledgement(PartnerOrganisationsDb db, Thread thread, TimeProvider clock)
{
    private static readonly Dictionary<LineStatus, string> StatusWords = new()
    {
        [LineStatus.Received] = "reçue",
        [LineStatus.Identified] = "faite",
        [LineStatus.NeedsInformation] = "à compléter",
        [LineStatus.RefusedNoMandate] = "refusée, sans mandat",
        [LineStatus.Routed] = "remise à la préfecture",
        [LineStatus.Answered] = "répondue",
    };

    public async Task Finish(Batch batch, Organisation organisation, InboundMail mail, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        (batch.State, batch.LeasedUntil) = (BatchState.Done, null);
        if (batch.Channel == "mail")
        {
            batch.AcknowledgedAt = now;
            db.Publish(Write(batch, organisation, mail, await Rows(batch.Id, ct)));
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The lines of a batch with what is said of them, in order.</summary>
    public async Task<IReadOnlyList<AcknowledgedLine>> Rows(Guid batch, CancellationToken ct)
    {
        var lines = await (from line in db.Lines.AsNoTracking()
                           where line.BatchId == batch
                           join found in db.Cases on line.CaseId equals found.Id into cases
                           from situation in cases.DefaultIfEmpty()
                           orderby line.Number
                           select new { line.Number, line.Status, line.Reason, line.Words, line.Repeat, line.Content, Reference = situation == null ? null : situation.Reference }).ToListAsync(ct);
        return [.. lines.Select(l => new AcknowledgedLine(l.Number, l.Status ?? LineStatus.Received, l.Reference, Outcomes.Of(l.Status, l.Reason, l.Words, LineContent.Faults(l.Content), l.Repeat)))];
    }

    private OrganisationMail Write(Batch batch, Organisation organisation, InboundMail mail, IReadOnlyList<AcknowledgedLine> lines)
    {
        var head = batch is { Fault: { } fault } && lines.Count == 0 ? $"Bonjour,\n\nVotre message du {Day(batch.ReceivedAt)} n'a pas pu être traité. {fault}"
            : $"Bonjour,\n\nVotre message du {Day(batch.ReceivedAt)} a été lu : {(lines.Count == 1 ? "une situation" : $"{lines.Count} situations")}. Voici ce que devient chacune.{(batch.Fault is { } files ? $"\n\n{files}" : "")}";
        const string foot = "Pour ajouter un mot à une situation, répondez à ce message en citant sa référence. Pour corriger une ligne, renvoyez-la.";
        var (text, html) = (new StringBuilder(head).Append("\n\n"), new StringBuilder(Thread.Paragraphs(head)));
        html.Append("<table border=\"1\" cellpadding=\"4\"><thead><tr><th scope=\"col\">Ligne</th><th scope=\"col\">État</th><th scope=\"col\">Référence</th><th scope=\"col\">Pourquoi</th><th scope=\"col\">À faire</th></tr></thead><tbody>");
        foreach (var line in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"{line.Number} | {StatusWords[line.Status]} | {line.Reference ?? "-"} | {line.Outcome.Reason} | {line.Outcome.Todo}\n");
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{line.Number}</td><td>{StatusWords[line.Status]}</td><td>{line.Reference}</td><td>{Thread.Html(line.Outcome.Reason)}</td><td>{Thread.Html(line.Outcome.Todo)}</td></tr>");
        }
        text.Append('\n').Append(foot).Append('\n');
        html.Append("</tbody></table>").Append(Thread.Paragraphs(foot));
        return thread.Write(batch.Id, organisation, mail, [], text.ToString(), html.ToString(), lines.Count == 0 ? [] : [new("accuse.csv", "csv", AcknowledgementCsv.Of(lines))]);
    }

    private static string Day(DateTimeOffset at) => at.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}

/// <summary>One line of an acknowledgement.</summary>
internal sealed record AcknowledgedLine(int Number, LineStatus Status, string? Reference, Outcome Outcome);
