using System.CommandLine;
using System.Globalization;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Staffing.PlanStaffing;

/// <summary><c>plan staffing</c>: how many people a prefecture needs.</summary>
internal static class PlanCommand
{
    private const string Json = "json", Csv = "csv";

    // Options are read as text, so that what is wrong with them is said in the words of this house.
    public static Command Make(RunInHouse run)
    {
        var prefecture = new Option<string?>("--prefecture") { Description = "code du département : 42, 2A, 972" };
        var months = new Option<string>("--months") { Description = $"durée en mois entiers, de 1 à {PlanStaffing.MostMonths} (3, 6 ou 12 d'ordinaire)", DefaultValueFactory = _ => "12" };
        var set = new Option<string[]>("--set") { Description = $"une supposition, CLÉ=VALEUR ; autant de fois qu'il en faut. {string.Join(" ; ", PlanSettings.Help)}.", AllowMultipleArgumentsPerToken = true };
        var format = new Option<string>("--format") { Description = $"{Json} ou {Csv}", DefaultValueFactory = _ => Json };
        var staffing = new Command("staffing", "calcule l'effectif qu'il faut à une préfecture, et ce que devient son stock, avec les fourchettes") { prefecture, months, set, format };
        staffing.SetAction((parsed, ct) => run((services, token) => Run(services, parsed.GetValue(prefecture), parsed.GetValue(months)!, parsed.GetValue(set) ?? [], parsed.GetValue(format)!, token), ct));
        return new Command("plan", "plans d'effectifs") { staffing };
    }

    private static async Task<int> Run(IServiceProvider services, string? prefecture, string months, string[] set, string format, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(prefecture)) return Fail("Dites de quelle préfecture : --prefecture 42.");
        if (format is not (Json or Csv)) return Fail($"Le format « {format} » n'existe pas : {Json} ou {Csv}.");
        // What is no number is out of every range.
        var count = int.TryParse(months, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        try
        {
            var report = await services.GetRequiredService<IUseCase<PlanStaffing.Request, PlanReport>>().Handle(new(prefecture.Trim().ToUpperInvariant(), count, set, Environment.ProcessorCount), ct);
            Console.Write(format == Json ? $"{report.AsJson()}\n" : report.AsCsv());
            return 0;
        }
        catch (RuleBroken refusal)
        {
            return Fail(refusal.Message);
        }
    }

    private static int Fail(string words)
    {
        Console.Error.WriteLine(words);
        return 1;
    }
}
