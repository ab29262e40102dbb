using System.CommandLine;
using System.Diagnostics;
using Anef.SharedKernel.Modules;

namespace Anef.Host.Seed;

/// <summary><c>seed</c>: a made-up national history, so that lists, reports and plans have something to stand on.</summary>
internal static class SeedCommand
{
    public static Command Make(ModuleCatalog modules)
    {
        var people = new Option<string?>("--people") { Description = "combien de personnes, de 1 à 5000000" };
        var years = new Option<string?>("--years") { Description = "sur combien d'années, de 1 à 10" };
        var seed = new Option<string?>("--seed") { Description = "nombre dont le hasard est tiré : le même donne les mêmes lignes" };
        var until = new Option<string?>("--until") { Description = "dernier jour de l'histoire, 2026-10-31 si rien n'est dit" };
        var command = new Command("seed", "remplit une base vide d'une histoire nationale inventée") { people, years, seed, until };
        command.SetAction((parsed, ct) =>
        {
            var (order, fault) = SeedOrder.Read(parsed.GetValue(people), parsed.GetValue(years), parsed.GetValue(seed), parsed.GetValue(until));
            return order is null ? Task.FromResult(Fail(fault!)) : PlainHost.Run(modules, (services, token) => Run(services, order, token), ct);
        });
        return command;
    }

    private static async Task<int> Run(IServiceProvider services, SeedOrder order, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        if (await SeedRun.Run(services, order, Console.WriteLine, ct) is { } fault) return Fail(fault);
        Console.WriteLine($"{order.People} personnes inventées, du {order.From:dd/MM/yyyy} au {order.Until:dd/MM/yyyy}, en {Stopwatch.GetElapsedTime(began):m\\:ss}.");
        return 0;
    }

    private static int Fail(string words)
    {
        Console.Error.WriteLine(words);
        return 1;
    }
}
