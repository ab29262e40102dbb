using System.Security.Cryptography;
using Anef.Attestations.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Attestations.Token;

/// <summary>Finds a free place in the current status list.</summary>
internal sealed class StatusPlaces(AttestationsDb db)
{
    /// <summary>Places of a list: 32 kB before compression.</summary>
    public const int Capacity = 1 << 17;

    private const int Sample = 32;
    private const int Full = Sample * 3 / 4;

    /// <summary>A place that was free a moment ago; the unique index has the last word.</summary>
    /// <remarks>A list is left when three quarters of a random sample are taken: no count of it is ever needed.</remarks>
    public async Task<StatusEntry> Find(Guid attestationId, CancellationToken ct)
    {
        var list = await db.Set<StatusEntry>().MaxAsync(e => (int?)e.List, ct) ?? 1;
        var tried = Enumerable.Range(0, Sample).Select(_ => RandomNumberGenerator.GetInt32(Capacity)).Distinct().ToArray();
        var taken = await db.Set<StatusEntry>().Where(e => e.List == list && tried.Contains(e.Place)).Select(e => e.Place).ToListAsync(ct);
        return taken.Count >= Full
            ? new() { AttestationId = attestationId, List = list + 1, Place = tried[0] }
            : new() { AttestationId = attestationId, List = list, Place = tried.Except(taken).First() };
    }
}
