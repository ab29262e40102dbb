using System.CommandLine;
using Anef.Host.Rehearse;

namespace Anef.Host.Commands;

/// <summary>What the program can be asked on the command line.</summary>
internal static class AnefCommands
{
    public static async Task<int> Run(string[] args)
    {
        var demo = new Option<bool>("--demo") { Description = "offre un petit jeu de personnes fictives, dans trois préfectures" };
        var urls = new Option<string?>("--urls") { Description = "adresse d'écoute, http://localhost:5080 si rien n'est dit" };
        var root = new RootCommand("Anef : demandes de titre de séjour, attestations sans rupture de droits. Sans commande : sert les pages.") { demo, urls };
        root.SetAction((parsed, ct) => Serve.Run(parsed.GetValue(demo), parsed.GetValue(urls), ct));
        root.Add(MigrateCommand());
        root.Add(RehearseCommand.Make());
        return await Faults.Catch(() => root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
    }

    private static Command MigrateCommand()
    {
        var command = new Command("migrate", "met les tables de la base à jour, puis s'arrête");
        command.SetAction((_, ct) => Migrate.Run(ct));
        return command;
    }
}
