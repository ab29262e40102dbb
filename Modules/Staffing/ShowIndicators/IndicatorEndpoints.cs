using System.Globalization;
using System.Text;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.ExportReport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anef.Staffing.ShowIndicators;

/// <summary>The public indicators for programs and spreadsheets.</summary>
internal static class IndicatorEndpoints
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static void MapIndicators(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/indicateurs.json", async (string? prefecture, IUseCase<ShowIndicators.Request, Indicators> show, CancellationToken ct) =>
            Results.Json(await show.Handle(new(Code(prefecture)), ct), ReportJson.Options)).OpenToAll();
        routes.MapGet("/indicateurs.csv", async (string? prefecture, IUseCase<ShowIndicators.Request, Indicators> show, CancellationToken ct) =>
            Results.File(Encoding.UTF8.GetBytes(Csv(await show.Handle(new(Code(prefecture)), ct))), ReportFile.TypeOf("csv"), $"indicateurs-{Code(prefecture) ?? "france"}.csv")).OpenToAll();
    }

    public static string? Code(string? prefecture) => string.IsNullOrWhiteSpace(prefecture) ? null : prefecture.Trim().ToUpperInvariant();

    private static string Csv(Indicators indicators)
    {
        var text = new StringBuilder("\uFEFFPréfecture;Du;Au;Démarche;Nom;Délai P50 (jours);Délai P80 (jours);Décisions (échantillon);Stock;Jours sans couverture;Personnes sans couverture\r\n");
        foreach (var row in indicators.Rows)
            text.AppendJoin(';', indicators.Prefecture ?? "", $"{indicators.From:yyyy-MM-dd}", $"{indicators.To:yyyy-MM-dd}", ReportCsv.Cell(row.Procedure), ReportCsv.Cell(row.Name), Figure(row, "delay", row.DelayP50), Figure(row, "delay", row.DelayP80),
                Figure(row, "delay", row.Decisions), Figure(row, "stock", row.Stock), Figure(row, "gapDays", row.GapDays), Figure(row, "gapDays", row.PeopleInGap)).Append("\r\n");
        return text.AppendJoin(';', "Méthode", ReportCsv.Cell(indicators.Method)).Append("\r\n").ToString();
    }

    private static string Figure(Indicator row, string what, int? value) => value?.ToString(French) ?? (row.Withheld.Contains(what) ? "moins de 5" : "");
}
