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

    /// <summary>The situations to which the same lines led before, those that are open about the same, and those of somebody of that name whom nobody has identified.</summary>
    public async Task<Earlier> Before(Organisation organisation, IReadOnlyCollection<LineKey> keys, Guid batch, CancellationToken ct)
    {
        var (hashes, fingerprints) = (keys.Select(k => k.Hash).Distinct().ToList(), keys.Select(k => k.Fingerprint).Distinct().ToList());
        var same = await db.Lines.AsNoTracking().Where(l => hashes.Contains(l.Hash) && l.CaseId != null).OrderBy(l => l.Id).Select(l => new { l.Hash, CaseId = l.CaseId!.Value }).ToListAsync(ct);
        var ids = same.Select(s => s.CaseId).Distinct().ToList();
        var cases = ids.Count == 0 ? [] : (await db.Cases.Where(c => ids.Contains(c.Id)).ToListAsync(ct)).ToDictionary(c => c.Id);
        var open = await db.Cases.Where(c => c.OrganisationId == organisation.Id && c.AnsweredAt == null && fingerprints.Contains(c.Fingerprint)).OrderBy(c => c.Id).ToListAsync(ct);
        var alike = await Alike(organisation, [.. keys.Select(k => k.Likeness).OfType<string>().Distinct()], ct);
        // Two lines of one mail about one person are two situations: nobody corrects themselves in the same breath.
        var own = open.Count + alike.Count == 0 ? [] : await db.Lines.Where(l => l.BatchId == batch && l.CaseId != null).Select(l => l.CaseId!.Value).ToListAsync(ct);
        return new(same.DistinctBy(s => s.Hash).ToDictionary(s => s.Hash, s => cases[s.CaseId]), open.ExceptBy(own, c => c.Id).GroupBy(c => c.Fingerprint).ToDictionary(g => g.Key, g => g.Last()),
            alike.Where(a => !own.Contains(a.Case.Id)).ToLookup(a => a.Case.Likeness!));
    }

    private async Task<List<Unidentified>> Alike(Organisation organisation, List<string> likenesses, CancellationToken ct)
    {
        var open = await db.Cases.Where(c => c.OrganisationId == organisation.Id && c.AnsweredAt == null && c.PersonId == null && c.Likeness != null && likenesses.Contains(c.Likeness)).OrderBy(c => c.Id).ToListAsync(ct);
        var lines = open.ConvertAll(c => c.LineId);
        var written = lines.Count == 0 ? [] : await db.Lines.Where(l => lines.Contains(l.Id)).Select(l => new { l.Id, l.Content }).ToDictionaryAsync(l => l.Id, l => LineContent.Read(l.Content)?.BirthDate, ct);
        return open.ConvertAll(c => new Unidentified(c, written.GetValueOrDefault(c.LineId)));
    }

    private static Sought? SoughtIn(ReadLine line) => line.BirthDate is { } born && (line.ForeignerNumber ?? line.ApplicationNumber) is not null ? new(line.ForeignerNumber, line.ApplicationNumber, born) : null;
}

/// <summary>An open situation of somebody whom nobody has identified, and when they were born as it was written.</summary>
internal sealed record Unidentified(PartnerCase Case, DateOnly? Born)
{
    public bool MayBe(DateOnly? born) => Born is null || born is null || Born == born;
}

/// <param name="Same">By hash.</param>
/// <param name="Open">By fingerprint.</param>
/// <param name="Alike">By likeness.</param>
internal sealed record Earlier(Dictionary<string, PartnerCase> Same, Dictionary<string, PartnerCase> Open, ILookup<string, Unidentified> Alike)
{
    public (Repeat Repeat, PartnerCase? Case) Of(LineKey key, Judgement judged)
    {
        if (Same.TryGetValue(key.Hash, out var same)) return (Repeat.Same, same);
        if (!judged.HasCase) return (Repeat.New, null);
        if (Open.TryGetValue(key.Fingerprint, out var open) && (open.PersonId is null || open.PersonId == judged.Person?.PersonId)) return (Repeat.Correction, open);
        return Corrected(key) is { } corrected ? (Repeat.Correction, corrected) : (Repeat.New, null);
    }

    /// <summary>The number was wrong or missing. Of two who may be meant, neither is.</summary>
    private PartnerCase? Corrected(LineKey key) =>
        key.Likeness is { } likeness && Alike[likeness].Where(a => a.Case.PersonId is null && a.MayBe(key.Born)).ToList() is [var only] ? only.Case : null;
}
