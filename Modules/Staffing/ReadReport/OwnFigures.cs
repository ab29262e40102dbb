using Anef.SharedKernel.UseCases;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Anef.Staffing.ReportWorkload;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.ReadReport;

/// <summary>What an officer did, for that officer and nobody else.</summary>
internal sealed class OwnFigures(StaffingDb db) : IUseCase<OwnFigures.Request, OwnFigures.Figures>
{
    public sealed record Request(Guid Account, DateOnly From, DateOnly To);

    /// <param name="Ended">Requests that were the officer's when they left.</param>
    public sealed record Figures(int Granted, int Refused, int Ended, int? DelayP50, int? DelayP80);

    public async Task<Figures> Handle(Request request, CancellationToken ct)
    {
        var (first, last) = (request.From.DayNumber, request.To.DayNumber);
        var rows = await db.Stays.AsNoTracking().Where(s => s.Officer == request.Account && s.UntilDay >= first && s.UntilDay <= last)
            .GroupBy(s => new { s.UntilBy, s.DecisionDays }).Select(g => new { g.Key.UntilBy, g.Key.DecisionDays, Count = g.Count() }).ToListAsync(ct);
        var delays = new Spread();
        foreach (var row in rows)
            if (row.DecisionDays is { } days) delays.Add(days, row.Count);
        return new(Of(Exit.Granted), Of(Exit.Refused), rows.Sum(r => r.Count), delays.Rank(50), delays.Rank(80));

        int Of(Exit by) => rows.Where(r => r.UntilBy == by).Sum(r => r.Count);
    }
}
