using System.CommandLine;
using Anef.SharedKernel.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.PartnerOrganisations.ReadOneMail;

/// <summary><c>partner-mail</c>: what one mail becomes, and why it was understood as it was.</summary>
internal static class PartnerMailCommand
{
    public static Command Make(RunInHouse run)
    {
        var file = new Argument<FileInfo>("FICHIER.eml") { Description = "le courriel, tel qu'il est arrivé" };
        var organisation = new Option<string?>("--org") { Description = "jeton de l'organisation, à la place de celui de l'adresse ; la signature DKIM n'est alors pas regardée" };
        var dry = new Option<bool>("--dry-run") { Description = "ne fait rien et ne garde rien : dit ce que deviendrait chaque ligne" };
        var json = new Option<bool>("--json") { Description = "écrit le résultat pour un programme" };
        var command = new Command("partner-mail", "traite un courriel d'une organisation partenaire comme s'il était arrivé, et dit ce qu'il devient") { file, organisation, dry, json };
        command.SetAction((parsed, ct) => run((services, token) => Run(services, parsed.GetValue(file)!, parsed.GetValue(organisation), parsed.GetValue(dry), parsed.GetValue(json), token), ct));
        return command;
    }

    private static async Task<int> Run(IServiceProvider services, FileInfo file, string? organisation, bool dry, bool json, CancellationToken ct)
    {
        if (!file.Exists) return Fail($"Le fichier « {file.FullName} » n'existe pas.");
        var reader = services.GetRequiredService<OneMail>();
        if (organisation is not null && await reader.Find(organisation, ct) is null) return Fail($"Aucune organisation n'a le jeton « {organisation} ».");
        var outcome = await reader.Process(await File.ReadAllBytesAsync(file.FullName, ct), organisation, dry, ct);
        Console.WriteLine(json ? outcome.AsJson() : outcome.AsText());
        return 0;
    }

    private static int Fail(string words)
    {
        Console.Error.WriteLine(words);
        return 1;
    }
}
