using Anef.Attestations.Domain;
using Anef.Attestations.Persistence;
using Anef.Attestations.Settings;
using Anef.Attestations.Token;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Attestations.StatusList;

/// <summary>What was revoked or superseded, for those who check offline: no personal data, only places in a list.</summary>
internal sealed class PublishStatusList(AttestationsDb db, StatusListWriter writer, StatusListCache cache, DocumentOptions options, TimeProvider clock)
    : IUseCase<PublishStatusList.Request, string?>
{
    public sealed record Request(int List);

    /// <returns>The signed list; null when there is no such list.</returns>
    public async Task<string?> Handle(Request request, CancellationToken ct)
    {
        if (cache.Find(request.List) is { } kept) return kept;
        if (!await db.Set<StatusEntry>().AnyAsync(e => e.List == request.List, ct)) return null;
        var now = clock.GetUtcNow();
        var holds = TimeSpan.FromMinutes(options.StatusListMinutes);
        var signed = writer.Write(request.List, await Ended(request.List, now, ct), now, holds);
        cache.Keep(request.List, signed, now + holds);
        return signed;
    }

    private async Task<IEnumerable<(int, PublishedStatus)>> Ended(int list, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await (
            from entry in db.Set<StatusEntry>()
            join attestation in db.Attestations on entry.AttestationId equals attestation.Id
            join basis in db.Bases on attestation.BasisId equals basis.Id
            where entry.List == list && attestation.EndedOn != null
            select new { entry.Place, attestation.End, attestation.EndedOn, basis.Zone }).ToListAsync(ct);
        return rows.Where(r => r.EndedOn <= now.DayIn(r.Zone))
            .Select(r => (r.Place, r.End == AttestationEnd.Revoked ? PublishedStatus.Revoked : PublishedStatus.Superseded));
    }
}
