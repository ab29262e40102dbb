using Anef.Applications.Contracts;
using Anef.Applications.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.MeasureDelays;

/// <summary>The delays as last measured.</summary>
internal sealed class Delays(ApplicationsDb db) : IDelays
{
    public async Task<MeasuredDelay?> Of(string procedure, string prefecture, CancellationToken ct) =>
        await db.Set<DelayRow>().AsNoTracking().Where(d => d.Procedure == procedure && d.Prefecture == prefecture)
            .Select(d => new MeasuredDelay(d.P50, d.P80, d.Sample, d.From, d.To)).SingleOrDefaultAsync(ct);
}
