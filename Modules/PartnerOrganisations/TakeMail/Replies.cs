using System.Text.RegularExpressions;
using Anef.Notifications.Contracts;
using Anef.PartnerOrganisations.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.Settings;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Anef.PartnerOrganisations.TakeMail;

/// <summary>An answer to a mail of ours that quotes a reference is a word to that situation, and no new one.</summary>
internal sealed partial class Replies(PartnerOrganisationsDb db, PartnerOptions options, TimeProvider clock)
{
    /// <summary>Adds the word, to be saved with the mail. False when it is something else.</summary>
    public async Task<bool> Take(MimeMessage message, Organisation organisation, InboundMail mail, CancellationToken ct)
    {
        var answered = message.References.Append(message.InReplyTo).OfType<string>().Select(id => OrganisationMail.MailIdOf(id, options.Address)).OfType<Guid>().Distinct().ToList();
        // A table that is sent back, corrected, is a batch.
        if (answered.Count == 0 || message.Attachments.Any()) return false;
        var text = OwnWords(message.TextBody ?? "");
        var cases = await Quoted(text, message.Subject ?? "", answered, organisation.Id, ct);
        foreach (var one in cases)
        {
            db.Add(new CaseWord { CaseId = one.Id, At = clock.GetUtcNow(), FromOrganisation = true, Author = mail.From, Text = text.Length > CaseWord.Longest ? text[..CaseWord.Longest] : text });
            db.Publish(new CaseWordAdded(one.Id, organisation.Id, one.Prefecture, FromOrganisation: true));
        }
        if (cases.Count == 0) return false;
        mail.Reason = "reply";
        return true;
    }

    private async Task<List<PartnerCase>> Quoted(string text, string subject, List<Guid> answered, Guid organisation, CancellationToken ct)
    {
        var references = Reference().Matches($"{subject}\n{text}").Select(m => m.Value.ToUpperInvariant()).Distinct().ToList();
        if (references.Count > 0) return await db.Cases.Where(c => c.OrganisationId == organisation && references.Contains(c.Reference)).OrderBy(c => c.Id).ToListAsync(ct);
        // A mail that says one word of ours has its id: answering it names the situation.
        return await db.Cases.Where(c => c.OrganisationId == organisation && db.Words.Any(w => w.CaseId == c.Id && answered.Contains(w.Id))).OrderBy(c => c.Id).ToListAsync(ct);
    }

    /// <summary>What stands above the mail that it quotes.</summary>
    private static string OwnWords(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').TakeWhile(l => !Quote().IsMatch(l)).ToList();
        return string.Join('\n', lines).Trim();
    }

    [GeneratedRegex(@"\bP-[0-9AB]{2,3}-[0-9]{4}-[0-9A-Z]{8}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\s*(>|-{2,}\s*(Message d'origine|Original Message|Message transféré)|(Le|On) .{5,200}(a écrit|wrote)\s*:)", RegexOptions.IgnoreCase)]
    private static partial Regex Quote();
}
