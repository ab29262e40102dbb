using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.Procedures.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.ListPages;

/// <summary>The public pages of a prefecture, or of the country, with who verified them when.</summary>
internal sealed class PagesOf(ProceduresDb db, IProcedures procedures)
{
    /// <param name="Name">In French, as the catalogue says it.</param>
    /// <param name="Notice">What the prefecture adds; null when nothing.</param>
    public sealed record Line(string Code, string Name, DateOnly? VerifiedOn, string? VerifiedBy, bool Stale, LocalNotice? Notice);

    /// <param name="prefecture">Empty for the country.</param>
    /// <param name="today">There.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<IReadOnlyList<Line>> Read(string prefecture, DateOnly today, CancellationToken ct)
    {
        var checks = (await db.PageChecks.AsNoTracking().Where(c => c.Prefecture == prefecture).OrderBy(c => c.At).ToListAsync(ct)).GroupBy(c => c.Procedure).ToDictionary(g => g.Key, g => g.Last());
        var notices = (await NoticesOf(prefecture, ct)).Where(n => n.HoldsOn(today)).ToDictionary(n => n.Procedure);
        return [.. procedures.All(today).Select(p => LineOf(p, checks.GetValueOrDefault(p.Code), notices.GetValueOrDefault(p.Code), today))];
    }

    /// <summary>Those that stand and those that have run out and were not replaced.</summary>
    public Task<List<LocalNotice>> NoticesOf(string prefecture, CancellationToken ct) =>
        db.LocalNotices.AsNoTracking().Where(n => n.Prefecture == prefecture && n.EndedAt == null).OrderBy(n => n.Procedure).ToListAsync(ct);

    private static Line LineOf(Procedure procedure, PageCheck? check, LocalNotice? notice, DateOnly today) =>
        new(procedure.Code, procedure.Name, check?.On, check?.By, PageCheck.IsStale(check?.On, today), notice);
}
