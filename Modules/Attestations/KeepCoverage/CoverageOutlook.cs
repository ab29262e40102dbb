using Anef.Attestations.Domain;
using Anef.Attestations.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Attestations.KeepCoverage;

internal sealed class CoverageOutlook(AttestationsDb db) : ICoverageOutlook
{
    public Task<bool> ChainGoesOn(Guid personId, CancellationToken ct) =>
        db.Coverages.AnyAsync(c => c.PersonId == personId && c.NextKind != null && c.DueOn != null, ct);
}
