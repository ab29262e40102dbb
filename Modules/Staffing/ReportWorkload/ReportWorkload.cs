using System.Globalization;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.ReportWorkload;

/// <summary>The workload report: what was there, came, went and is left; how long it took; who was covered and who was not.</summary>
internal sealed class ReportWorkload(StaffingDb db, PrefectureCatalog prefectures, IProcedures procedures, IWorkingDays workingDays, TimeProvider clock) : IUseCase<ReportWorkload.Request, WorkloadReport>
{
    /// <param name="Prefecture">Null for the whole country.</param>
    public sealed record Request(string? Prefecture, DateOnly From, DateOnly To, string? Site = null, string? Procedure = null, string? Team = null);

    public async Task<WorkloadReport> Handle(Request request, CancellationToken ct)
    {
        var place = Place(request.Prefecture);
        if (request.To < request.From)
            throw new RuleBroken("staffing.period-reversed", $"La période finit ({Day(request.To)}) avant de commencer ({Day(request.From)}) : donnez une fin le {Day(request.From)} ou plus tard.");
        if (request.Procedure is { } code && procedures.Find(code, request.To) is null)
            throw new RuleBroken("staffing.unknown-procedure", $"La démarche « {code} » n'est pas au catalogue : donnez l'un de ses codes, par exemple CJF.");
        var span = new Span(place is null ? [.. prefectures.All.Select(p => p.Code)] : [place.Code], request.From.DayNumber, request.To.DayNumber, request.To.DayNumber, request.Site, request.Procedure, request.Team);
        await new Parts(db, place, ct).Check(span);
        span = await AsOf(span, place, ct);
        var count = new Count(db, span, ct);
        var tallies = await count.All();
        var rows = procedures.All(request.To).Select(p => (p.Code, p.Name)).UnionBy(tallies.Keys.Order(StringComparer.Ordinal).Select(c => (Code: c, Name: c)), p => p.Code)
            .Where(p => request.Procedure is null || p.Code == request.Procedure)
            .Select(p => (tallies.GetValueOrDefault(p.Code) ?? new()).AsRow(p.Code, p.Name)).ToList();
        rows.Add(await Total(tallies.Values, span, ct));
        foreach (var row in rows) await Check(row, span, ct);
        var report = new WorkloadReport(place?.Code, place?.Name ?? "France entière", request.From, request.To, request.Site, rows) { Team = request.Team, Procedure = request.Procedure };
        return place is null ? report : report with { Delicate = await count.Delicate() };
    }

    private Prefecture? Place(string? code) => code is null ? null : prefectures.Find(code)
        ?? throw new RuleBroken("staffing.unknown-prefecture", $"La préfecture « {code} » n'est pas connue : donnez le code d'un département, par exemple 42, 2A ou 972.");

    /// <summary>Today is the prefecture's day, or the last of which the book knows anything: rehearsals live at times of their own.</summary>
    private async Task<Span> AsOf(Span span, Prefecture? place, CancellationToken ct)
    {
        var today = clock.Today(place?.TimeZone ?? CivilTime.Paris).DayNumber;
        if (span.Last <= today) return span;
        var known = new[] { await span.Stays(db).MaxAsync(s => (int?)s.FromDay, ct), await span.Stays(db).MaxAsync(s => s.UntilDay, ct) }.Max() ?? today;
        var asOf = Math.Max(today, known);
        if (span.First > asOf)
            throw new RuleBroken("staffing.period-ahead", $"La période commence le {Day(DateOnly.FromDayNumber(span.First))}, qui n'est pas encore venu : donnez un début le {Day(DateOnly.FromDayNumber(asOf))} au plus tard.");
        return span with { AsOf = Math.Min(span.Last, asOf) };
    }

    private async Task<ReportRow> Total(IEnumerable<Tally> tallies, Span span, CancellationToken ct)
    {
        var sum = new Tally();
        foreach (var tally in tallies) sum.Add(tally);
        sum.People = await span.Attestations(db).Select(a => a.PersonId).Distinct().CountAsync(ct);
        sum.PeopleInGap = await span.Gaps(db).Select(g => g.PersonId).Distinct().CountAsync(ct);
        var row = sum.AsRow(ReportRow.Total, "Ensemble");
        if (span.Procedure is not null) return row;
        if (span.Site is null) row = await new CountDesk(db, span, workingDays, ct).On(row);
        return row with
        {
            PartnerDeadlinesKept = await span.Deadlines(db).CountAsync(d => d.AnsweredDay <= d.DueDay, ct),
            PartnerDeadlinesMissed = await span.Deadlines(db).CountAsync(d => d.AnsweredDay > d.DueDay || (d.AnsweredDay == null && d.DueDay < span.AsOf), ct),
        };
    }

    /// <summary>What is left is what was there, and came, and did not go. A figure that says otherwise is not shown: it is mended.</summary>
    private async Task Check(ReportRow row, Span span, CancellationToken ct)
    {
        if (row.Opening + row.Inflow - row.Outflow == row.Closing) return;
        var wrong = await span.Stays(db).Where(s => s.UntilDay < s.FromDay).OrderBy(s => s.ApplicationId).ThenBy(s => s.Sequence).Select(s => new { s.ApplicationId, s.Sequence }).FirstOrDefaultAsync(ct);
        throw new UnbalancedStock(row, wrong is null ? null : $"{wrong.ApplicationId}/{wrong.Sequence}");
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
