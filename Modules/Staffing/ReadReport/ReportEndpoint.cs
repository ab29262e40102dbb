using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.ExportReport;
using Anef.Staffing.ReportWorkload;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anef.Staffing.ReadReport;

/// <summary>The report that the page shows, as a file.</summary>
internal static class ReportEndpoint
{
    public static void MapReports(this IEndpointRouteBuilder routes) => routes.MapGet("/agents/rapports/fichier",
        async (string? format, string? prefecture, DateOnly? du, DateOnly? au, string? demarche, string? site, string? equipe, Visitor visitor, IUseCase<ReadReport.Request, WorkloadReport> read, CancellationToken ct) =>
        {
            format ??= "csv";
            if (format is not ("csv" or "xlsx" or "pdf" or "json")) throw new NotFound("ce fichier");
            var report = await read.Handle(new(visitor, prefecture, du, au, NullIfEmpty(demarche), NullIfEmpty(site), NullIfEmpty(equipe)), ct);
            return Results.File(await ReportFile.Write(report, format, ct), ReportFile.TypeOf(format), ReportFile.NameOf(report, format));
        }).MayUse(Role.CaseOfficer, Role.Referent, Role.TeamManager, Role.Ministry);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
