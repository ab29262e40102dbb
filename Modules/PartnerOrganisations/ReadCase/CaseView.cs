using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ProcessBatch;
using Anef.PartnerOrganisations.ReadMail;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.ReadCase;

/// <summary>A case with what was sent last and what was said about it.</summary>
/// <param name="Sent">Null where it cannot be read any more.</param>
internal sealed record CaseView(PartnerCase Case, string Organisation, ReadLine? Sent, IReadOnlyList<CaseWord> Words, Outcome Outcome)
{
    public static async Task<CaseView> Of(PartnerOrganisationsDb db, PartnerCase found, CancellationToken ct)
    {
        var organisation = await db.Organisations.Where(o => o.Id == found.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        var content = await db.Lines.Where(l => l.Id == found.LineId).Select(l => l.Content).SingleOrDefaultAsync(ct);
        var words = await db.Words.AsNoTracking().Where(w => w.CaseId == found.Id).OrderBy(w => w.At).ThenBy(w => w.Id).ToListAsync(ct);
        var sent = LineContent.Read(content);
        return new(found, organisation, sent, words, Outcomes.Of(found.Status, found.Reason, found.Words, found.IsOpen ? sent?.Faults ?? [] : [], Repeat.New));
    }
}
