using System.CommandLine;
using System.CommandLine.Invocation;
using Anef.Host.Rehearse;
using Anef.Host.Seed;
using Anef.SharedKernel.Modules;

namespace Anef.Host.Commands;

/// <summary>What the program can be asked on the command line.</summary>
internal static class AnefCommands
{
    public static Task<int> Run(string[] args) => Faults.Catch(() =>
    {
        var modules = ModuleCatalog.Load(Paths.Modules, Composition.Version);
        var demo = new Option<bool>("--demo") { Description = "offre un petit jeu de personnes fictives, dans trois préfectures" };
        var urls = new Option<string?>("--urls") { Description = "adresse d'écoute, http://localhost:5080 si rien n'est dit" };
        var root = new RootCommand("Anef : demandes de titre de séjour, attestations sans rupture de droits. Sans commande : sert les pages.") { demo, urls };
        root.SetAction((parsed, ct) => Serve.Run(modules, parsed.GetValue(demo), parsed.GetValue(urls), ct));
        root.Add(MigrateCommand(modules));
        root.Add(RehearseCommand.Make(modules));
        root.Add(SeedCommand.Make(modules));
        foreach (var command in modules.Loaded.SelectMany(m => m.Module.Commands((work, ct) => PlainHost.Run(modules, work, ct))))
            root.Add(command);
        var parsed = root.Parse(args);
        return parsed.Action is ParseErrorAction ? Refuse(parsed) : parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    });

    private static async Task<int> Refuse(ParseResult parsed)
    {
        await Console.Error.WriteLineAsync(CommandLineFault.Sentence(parsed));
        return 1;
    }

    private static Command MigrateCommand(ModuleCatalog modules)
    {
        var command = new Command("migrate", "met les tables de la base à jour, puis s'arrête");
        command.SetAction((_, ct) => Migrate.Run(modules, ct));
        return command;
    }
}
