using System.CommandLine;
using System.Globalization;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.ReportWorkload;
using Microsoft.Extensions.DependencyInjection;
using Report = Anef.Staffing.ReportWorkload.ReportWorkload;

namespace Anef.Staffing.ExportReport;

/// <summary><c>report workload</c>: the load of a prefecture over a period, on paper or for a program.</summary>
internal static class ReportCommand
{
    private static readonly string[] Formats = ["json", "csv", "pdf", "xlsx"];

    public static Command Make(RunInHouse run)
    {
        var prefecture = new Option<string?>("--prefecture") { Description = "code du département ; la France entière si rien n'est dit" };
        var from = new Option<string?>("--from") { Description = "premier jour, par exemple 2026-10-01" };
        var to = new Option<string?>("--to") { Description = "dernier jour, compris" };
        var site = new Option<string?>("--site") { Description = "un seul site de la préfecture" };
        var team = new Option<string?>("--team") { Description = "une seule équipe de la préfecture" };
        var procedure = new Option<string?>("--procedure") { Description = "une seule démarche, par son code" };
        var format = new Option<string>("--format") { Description = "json, csv, pdf ou xlsx", DefaultValueFactory = _ => "json" };
        var file = new Option<FileInfo?>("--out") { Description = "fichier à écrire ; la sortie standard si rien n'est dit (json et csv)" };
        var workload = new Command("workload", "écrit le rapport de charge : stock, entrées, sorties, délais, attestations, jours sans couverture") { prefecture, from, to, site, team, procedure, format, file };
        workload.SetAction((parsed, ct) => Refusing(() =>
        {
            var kind = FormatOf(parsed.GetValue(format)!, parsed.GetValue(file));
            var request = new Report.Request(parsed.GetValue(prefecture), DayOf("--from", parsed.GetValue(from)), DayOf("--to", parsed.GetValue(to)), parsed.GetValue(site), parsed.GetValue(procedure), parsed.GetValue(team));
            return run((services, token) => Refusing(() => Run(services, request, kind, parsed.GetValue(file), token)), ct);
        }));
        return new Command("report", "écrit un rapport") { workload };
    }

    private static async Task<int> Run(IServiceProvider services, Report.Request request, string format, FileInfo? file, CancellationToken ct)
    {
        var report = await services.GetRequiredService<IUseCase<Report.Request, WorkloadReport>>().Handle(request, ct);
        var bytes = await ReportFile.Write(report, format, ct);
        if (file is not null)
        {
            await File.WriteAllBytesAsync(file.FullName, bytes, ct);
            return 0;
        }
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(bytes, ct);
        return 0;
    }

    private static string FormatOf(string written, FileInfo? file)
    {
        var format = written.ToLowerInvariant();
        if (!Formats.Contains(format)) throw new RuleBroken("staffing.unknown-format", $"Le format « {written} » n'est pas connu : demandez json, csv, pdf ou xlsx.");
        if (file is null && format is "pdf" or "xlsx") throw new RuleBroken("staffing.no-file", $"Un rapport en {format} s'écrit dans un fichier : ajoutez --out rapport.{format}.");
        if (file is { Directory: { Exists: false } folder }) throw new RuleBroken("staffing.no-folder", $"Le dossier « {folder.FullName} » n'existe pas : créez-le, ou donnez un autre fichier à --out.");
        return format;
    }

    private static DateOnly DayOf(string option, string? written)
    {
        if (DateOnly.TryParseExact(written, ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        throw new RuleBroken("staffing.no-day", written is null ? $"Il manque {option} : donnez un jour, par exemple {option} 2026-10-01." : $"« {written} » n'est pas un jour : donnez {option} comme 2026-10-01 ou 01/10/2026.");
    }

    private static async Task<int> Refusing(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception refusal) when (refusal is RuleBroken or UnbalancedStock)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }
}
