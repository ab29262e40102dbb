using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.KeepWorkload;

/// <summary>The weights of a day: the newest that have begun, else those of the first day.</summary>
internal sealed class WeightsInForce(StaffingDb db)
{
    private static readonly Weights First = new();

    public async Task<Weights> On(DateOnly day, CancellationToken ct) =>
        await db.Weights.AsNoTracking().Where(w => w.From <= day).OrderByDescending(w => w.From).ThenByDescending(w => w.Id).FirstOrDefaultAsync(ct) ?? First;
}
