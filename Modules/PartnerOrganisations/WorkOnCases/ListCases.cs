using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.WatchDeadlines;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.WorkOnCases;

/// <summary>Open situations, what is due first at the top; how many are near their day, and how many are past it.</summary>
internal sealed class ListCases(PartnerOrganisationsDb db, CaseDoor door, PrefectureCatalog prefectures, IWorkingDays days, TimeProvider clock) : IUseCase<ListCases.Request, ListCases.View>
{
    public const int OnePage = 50;

    /// <param name="State"><c>near</c>, <c>late</c>, <c>unknown</c> (whose it is), <c>answered</c>; null for all open ones.</param>
    public sealed record Request(string? Text, string? State, string? Prefecture, int From = 0);

    /// <param name="Late">Of each priority, past their day.</param>
    public sealed record View(DateOnly Today, int Open, int Near, IReadOnlyList<(int Priority, int Count)> Late, IReadOnlyList<Row> Rows, int? Next);

    /// <param name="Near">It has to be answered today or on the next working day there.</param>
    public sealed record Row(PartnerCase Case, string Organisation, bool Near);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var today = clock.Today(CivilTime.Paris);
        var mine = await door.Mine(ct);
        var open = mine.Where(c => c.AnsweredAt == null && c.Status != LineStatus.RefusedNoMandate);
        var late = await open.Where(c => c.DueOn < today).GroupBy(c => c.Priority).Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).ToListAsync(ct);
        var (count, nearly) = (await open.CountAsync(ct), await Near(open, today).CountAsync(ct));
        var asked = Filter(request, request.State == "answered" ? mine.Where(c => c.AnsweredAt != null) : open, today);
        var from = Math.Max(0, request.From);
        var rows = await asked.OrderBy(c => c.DueOn).ThenBy(c => c.Priority).ThenBy(c => c.Id).Skip(from).Take(OnePage + 1).ToListAsync(ct);
        var seen = await door.Discreet([.. rows.Take(OnePage)], ct);
        var names = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return new(today, count, nearly, [.. late.Select(l => (l.Key, l.Count))], [.. seen.Select(c => new Row(c, names[c.OrganisationId], DueCases.IsNear(c, today, days)))], rows.Count > OnePage ? from + OnePage : null);
    }

    /// <summary>Departments whose next working day is the same are asked for together: all of them on most days.</summary>
    private IQueryable<PartnerCase> Near(IQueryable<PartnerCase> cases, DateOnly today)
    {
        var capital = days.After(today, 1, null);
        return prefectures.All.GroupBy(p => days.After(today, 1, p.Code), p => p.Code).Select(there =>
        {
            var (last, codes, nobodys) = (there.Key, there.ToList(), there.Key == capital);
            return cases.Where(c => c.DueOn >= today && c.DueOn <= last && (codes.Contains(c.Prefecture!) || (nobodys && c.Prefecture == null)));
        }).Aggregate((some, others) => some.Concat(others));
    }

    private IQueryable<PartnerCase> Filter(Request request, IQueryable<PartnerCase> cases, DateOnly today)
    {
        cases = request.State switch
        {
            "late" => cases.Where(c => c.DueOn < today),
            "near" => Near(cases, today),
            "unknown" => cases.Where(c => c.PersonId == null),
            _ => cases,
        };
        if (!string.IsNullOrEmpty(request.Prefecture)) cases = cases.Where(c => c.Prefecture == request.Prefecture);
        if (string.IsNullOrWhiteSpace(request.Text)) return cases;
        var (reference, name) = (request.Text.Trim().ToUpperInvariant(), request.Text.Trim());
        return cases.Where(c => c.Reference.Contains(reference) || db.Organisations.Any(o => o.Id == c.OrganisationId && o.Name.Contains(name)));
    }
}
