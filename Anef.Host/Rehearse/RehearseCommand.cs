using System.CommandLine;
using Anef.SharedKernel.Modules;

namespace Anef.Host.Rehearse;

/// <summary><c>rehearse</c> on the command line.</summary>
internal static class RehearseCommand
{
    private const string Help = """
        joue des répétitions : ce qui arrive à quelques personnes pendant quelques mois, avec les vrais modules, une base temporaire et une horloge virtuelle.

        Exemples :
          rehearse tests/Rehearsals
          rehearse mon-cas.yaml --verbose
          rehearse dossier --timeline chronologie.json

        Rend 0 quand tout passe, 1 quand une attente n'est pas tenue, 2 quand un fichier ne peut pas être lu.
        """;

    public static Command Make(ModuleCatalog modules)
    {
        var path = new Argument<string>("FICHIER-OU-DOSSIER") { Description = "une répétition (YAML), ou un dossier lu avec ses sous-dossiers" };
        var timeline = new Option<string?>("--timeline") { Description = "écrit ce qui s'est passé dans ce fichier JSON", HelpName = "FICHIER.json" };
        var verbose = new Option<bool>("--verbose") { Description = "montre aussi tous les événements" };
        var command = new Command("rehearse", Help) { path, timeline, verbose };
        command.SetAction((parsed, ct) => new Rehearsals(modules, Console.Out, Console.Error).Run(parsed.GetValue(path)!, parsed.GetValue(timeline), parsed.GetValue(verbose), ct));
        return command;
    }
}
