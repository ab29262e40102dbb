using Anef.SharedKernel.Calendar;
using Anef.Staffing.Contracts;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.AnswerNeighbours;

/// <summary>Agreements in force.</summary>
internal sealed class MutualAidAnswers(StaffingDb db, TimeProvider clock) : IMutualAid
{
    public async Task<bool> Prepares(IReadOnlyList<string> helpers, string aided, string procedure, CancellationToken ct)
    {
        var today = clock.Today(CivilTime.Paris);
        var agreed = await db.Aid.AsNoTracking().Where(a => a.Aided == aided && a.AgreedBy != null && a.From <= today && a.Until >= today && helpers.Contains(a.Helper)).ToListAsync(ct);
        return agreed.Any(a => a.Procedures.Count == 0 || a.Procedures.Contains(procedure));
    }
}
