using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.ReportWorkload;
using Report = Anef.Staffing.ReportWorkload.ReportWorkload;

namespace Anef.Staffing.ReadReport;

/// <summary>A report for whoever may read it: those of a prefecture its own, the ministry any of them and the whole country, but without the figures that few people make.</summary>
internal sealed class ReadReport(IUseCase<Report.Request, WorkloadReport> report, PrefectureCatalog prefectures, TimeProvider clock) : IUseCase<ReadReport.Request, WorkloadReport>
{
    private static readonly Role[] Team = [Role.CaseOfficer, Role.Referent, Role.TeamManager];

    /// <param name="Prefecture">Null for the visitor's own, or the whole country.</param>
    /// <param name="From">Null for the month before this one.</param>
    public sealed record Request(Visitor Visitor, string? Prefecture, DateOnly? From, DateOnly? To, string? Procedure = null, string? Site = null, string? Team = null);

    public async Task<WorkloadReport> Handle(Request request, CancellationToken ct)
    {
        var place = PlaceOf(request.Visitor, prefectures, request.Prefecture);
        var zone = place is null ? CivilTime.Paris : prefectures.Find(place)?.TimeZone ?? CivilTime.Paris;
        var (first, last) = LastMonth(clock.Today(zone));
        var made = await report.Handle(new(place, request.From ?? first, request.To ?? (request.From is { } from && from > last ? clock.Today(zone) : last), request.Site, request.Procedure, request.Team), ct);
        return place is not null && request.Visitor.Serves(place, Team) ? Discretion.VeilRestricted(made) : Discretion.Veil(made);
    }

    /// <summary>Those whose reports the visitor may choose from; the whole country is none of them.</summary>
    public static IReadOnlyList<string> Choice(Visitor visitor, PrefectureCatalog prefectures) =>
        visitor.Is(Role.Ministry) ? [.. prefectures.All.Select(p => p.Code).Order(StringComparer.Ordinal)] : visitor.Prefectures(Team) ?? [];

    public static (DateOnly First, DateOnly Last) LastMonth(DateOnly today)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        return (first.AddMonths(-1), first.AddDays(-1));
    }

    /// <summary>The prefecture that is asked for, else the visitor's own; null for the whole country.</summary>
    /// <exception cref="NotFound">It is not the visitor's.</exception>
    public static string? PlaceOf(Visitor visitor, PrefectureCatalog prefectures, string? asked)
    {
        var choice = Choice(visitor, prefectures);
        if (string.IsNullOrEmpty(asked)) return visitor.Is(Role.Ministry) ? null : choice.Count > 0 ? choice[0] : throw new NotFound("ce rapport");
        return choice.Contains(asked) ? asked : throw new NotFound("ce rapport");
    }
}
