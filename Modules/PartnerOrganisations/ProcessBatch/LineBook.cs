using Anef.Applications.Contracts;
using Anef.Attestations.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ReadMail;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.ProcessBatch;

/// <summary>What is known of many lines at once: a handful of reads, however many lines.</summary>
internal sealed class LineBook(PartnerOrganisationsDb db, IActsForOthers acts, IAttestations attestations)
{
    public async Task<IReadOnlyList<LineFacts>> FactsOf(Organisation organisation, IReadOnlyCollection<ReadLine> lines, CancellationToken ct)
    {
        var people = await acts.Find([.. lines.Select(SoughtIn).OfType<Sought>().Distinct()], ct);
        var ids = people.Values.Select(p => p.PersonId).Distinct().ToList();
        var mandates = (await db.Mandates.AsNoTracking().Where(m => m.OrganisationId == organisation.Id && ids.Contains(m.PersonId)).ToListAsync(ct)).ToLookup(m => m.PersonId);
        // What is not needed is not looked at: whoever gave no mandate is nobody here.
        var covered = await attestations.CoverageOf([.. ids.Where(mandates.Contains)], ct);
        return [.. lines.Select(line => SoughtIn(line) is { } sought && people.TryGetValue(sought, out var person)
            ? new LineFacts(line, person, covered.GetValueOrDefault(person.PersonId), [.. mandates[person.PersonId]])
            : new LineFacts(line, null, null, []))];
    }

    /// <summary>The situations to which the same lines led before, and those that are open about the same.</summary>
    public async Task<Earlier> Before(Organisation organisation, IReadOnlyCollection<string> hashes, IReadOnlyCollection<string> fingerprints, Guid batch, CancellationToken ct)
    {
        var same = await db.Lines.AsNoTracking().Where(l => hashes.Contains(l.Hash) && l.CaseId != null).OrderBy(l => l.Id).Select(l => new { l.Hash, CaseId = l.CaseId!.Value }).ToListAsync(ct);
        var ids = same.Select(s => s.CaseId).Distinct().ToList();
        var cases = ids.Count == 0 ? [] : (await db.Cases.Where(c => ids.Contains(c.Id)).ToListAsync(ct)).ToDictionary(c => c.Id);
        var open = await db.Cases.Where(c => c.OrganisationId == organisation.Id && c.AnsweredAt == null && fingerprints.Contains(c.Fingerprint)).OrderBy(c => c.Id).ToListAsync(ct);
        // Two lines of one mail about one person are two situations: nobody corrects themselves in the same breath.
        var own = open.Count == 0 ? [] : await db.Lines.Where(l => l.BatchId == batch && l.CaseId != null).Select(l => l.CaseId!.Value).ToListAsync(ct);
        return new(same.DistinctBy(s => s.Hash).ToDictionary(s => s.Hash, s => cases[s.CaseId]), open.ExceptBy(own, c => c.Id).GroupBy(c => c.Fingerprint).ToDictionary(g => g.Key, g => g.Last()));
    }

    private static Sought? SoughtIn(ReadLine line) => line.BirthDate is { } born && (line.ForeignerNumber ?? line.ApplicationNumber) is not null ? new(line.ForeignerNumber, line.ApplicationNumber, born) : null;
}

/// <param name="Same">By hash.</param>
/// <param name="Open">By fingerprint.</param>
internal sealed record Earlier(Dictionary<string, PartnerCase> Same, Dictionary<string, PartnerCase> Open)
{
    public (Repeat Repeat, PartnerCase? Case) Of(string hash, string fingerprint, Judgement judged) =>
        Same.TryGetValue(hash, out var same) ? (Repeat.Same, same)
        : judged.HasCase && Open.TryGetValue(fingerprint, out var open) && (open.PersonId is null || open.PersonId == judged.Person?.PersonId) ? (Repeat.Correction, open)
        : (Repeat.New, null);
}
