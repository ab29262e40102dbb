using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.Settings;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Anef.PartnerOrganisations.TakeMail;

/// <summary>To which organisation's address a mail was sent.</summary>
internal sealed class Addressee(PartnerOrganisationsDb db, PartnerOptions options)
{
    private static readonly string[] Delivered = ["Delivered-To", "X-Original-To"];

    /// <returns>The token, where one is written, and its organisation, where it has one.</returns>
    public async Task<(string? Token, Organisation? Organisation)> Of(MimeMessage message, CancellationToken ct)
    {
        string? first = null;
        foreach (var token in Tokens(message))
        {
            first ??= token;
            if (await db.Organisations.SingleOrDefaultAsync(o => o.Token == token, ct) is { } organisation) return (token, organisation);
        }
        return (first, null);
    }

    /// <summary>What the servers say of where it went comes before what the sender wrote.</summary>
    private IEnumerable<string> Tokens(MimeMessage message) =>
        message.Headers.Where(h => Delivered.Contains(h.Field, StringComparer.OrdinalIgnoreCase)).Select(h => h.Value.Trim().Trim('<', '>'))
            .Concat(message.To.Mailboxes.Concat(message.Cc.Mailboxes).Select(m => m.Address))
            .Select(a => options.TokenIn(a)).OfType<string>().Where(t => t.Length <= 60).Distinct();
}
