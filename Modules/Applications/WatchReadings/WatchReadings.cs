using System.Globalization;
using Anef.Applications.Access;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.WatchReadings;

/// <summary>Who opened which file of the prefecture, for the manager of its team. Restricted files are counted and not shown.</summary>
internal sealed class WatchReadings(ApplicationsDb db, Visitor visitor, TimeProvider clock) : IUseCase<WatchReadings.Request, WatchReadings.View>
{
    private const int Page = 100;

    /// <param name="Prefecture">One that this manager leads; null for the first.</param>
    /// <param name="Account">Only what this account opened.</param>
    public sealed record Request(string? Prefecture, Guid? Account, string? Before);

    public sealed record Line(DateTimeOffset At, Guid Account, string Name, Role Role, string Number, string What);

    public sealed record View(IReadOnlyList<Line> Lines, IReadOnlyList<string> Prefectures, string? Prefecture, int RestrictedFiles, int RestrictedOpenings, string? Next);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var mine = visitor.Prefectures(Role.TeamManager) ?? [];
        var prefecture = mine.Contains(request.Prefecture) ? request.Prefecture : mine.Count > 0 ? mine[0] : null;
        if (prefecture is null) return new([], mine, null, 0, 0, null);
        var month = clock.GetUtcNow().AddDays(-30);
        var all = db.Set<FileReading>().AsNoTracking().Where(r => r.Prefecture == prefecture);
        var hidden = all.Where(r => r.Restricted && r.At >= month);
        var shown = all.Where(r => !r.Restricted);
        if (request.Account is { } account) shown = shown.Where(r => r.AccountId == account);
        if (long.TryParse(request.Before, CultureInfo.InvariantCulture, out var ticks) && ticks is > 0 and < 3_000_000_000_000_000_000 && new DateTimeOffset(ticks, TimeSpan.Zero) is var before) shown = shown.Where(r => r.At < before);
        var rows = await shown.OrderByDescending(r => r.At).Take(Page).Join(db.Applications, r => r.ApplicationId, a => a.Id, (r, a) => new { r.At, r.AccountId, r.Name, r.Role, a.Number, r.What, Hidden = a.Restricted }).ToListAsync(ct);
        return new([.. rows.Where(r => !r.Hidden).OrderByDescending(r => r.At).Select(r => new Line(r.At, r.AccountId, r.Name, r.Role, r.Number, r.What))], mine, prefecture,
            await hidden.Select(r => r.ApplicationId).Distinct().CountAsync(ct), await hidden.CountAsync(ct),
            rows.Count == Page ? rows.Min(r => r.At).UtcTicks.ToString(CultureInfo.InvariantCulture) : null);
    }
}
