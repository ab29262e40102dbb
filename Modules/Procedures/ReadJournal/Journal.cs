using Anef.Procedures.Domain;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.ReadJournal;

/// <summary>What changed in the rules and in the catalogue, and from which day on; newest first.</summary>
internal sealed class Journal(ProceduresDb db, IRules rules, VersionTexts texts)
{
    /// <param name="Family">Name of the family of rules.</param>
    /// <param name="Procedure">Code, when a procedure joined the list of online procedures.</param>
    /// <param name="Changes">Against the version before it; empty for a first version.</param>
    public sealed record Entry(DateOnly From, string Family, int Version, string? Procedure, string? Note, DateTimeOffset? PublishedAt, IReadOnlyList<KeyDifference> Changes)
    {
        /// <summary>Stable name, for those who follow.</summary>
        public string Id => Procedure is null ? $"{Family}.{Version}" : $"{Family}.{Procedure}";

        public DateTimeOffset ChangedAt => PublishedAt ?? CivilTime.StartOf(From, CivilTime.Paris);
    }

    public async Task<IReadOnlyList<Entry>> Read(CancellationToken ct)
    {
        var published = (await db.PublishedRules.AsNoTracking().Select(r => new { r.Family, r.Version, r.PublishedAt }).ToListAsync(ct)).ToDictionary(r => (r.Family, r.Version), r => r.PublishedAt);
        var entries = new List<Entry>();
        foreach (var family in rules.Current.All.GroupBy(RuleFamilies.NameOf))
        {
            string? before = null;
            foreach (var version in family.OrderBy(v => v.Version))
            {
                var text = await texts.Of(family.Key, version.Version, ct);
                var at = published.TryGetValue((family.Key, version.Version), out var when) ? when : (DateTimeOffset?)null;
                entries.Add(new(version.EffectiveFrom, family.Key, version.Version, null, version.Note, at, before is null ? [] : Told(RuleDifference.Between(before, text))));
                before = text;
            }
        }
        entries.AddRange(Listings());
        return [.. entries.OrderByDescending(e => e.From).ThenBy(e => e.Id, StringComparer.Ordinal)];
    }

    private IEnumerable<Entry> Listings()
    {
        var newest = rules.Current.Online.NewestFirst[0];
        return newest.Listed.Where(l => l.Value.From is not null).Select(l => new Entry(l.Value.From!.Value, "online", newest.Version, l.Key, null, null, []));
    }

    private static IReadOnlyList<KeyDifference> Told(IReadOnlyList<KeyDifference> all) => [.. all.Where(d => d.Key is not ("version" or "effectiveFrom" or "note"))];
}
