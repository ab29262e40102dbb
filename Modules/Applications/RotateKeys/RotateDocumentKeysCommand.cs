using System.CommandLine;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.UseCases;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Applications.RotateKeys;

/// <summary><c>rotate-document-keys</c>.</summary>
internal static class RotateDocumentKeysCommand
{
    public static Command Make(RunInHouse run)
    {
        var command = new Command("rotate-document-keys", "fait une nouvelle clé des documents et y enveloppe de nouveau toutes les leurs ; les documents eux-mêmes ne changent pas");
        command.SetAction((_, ct) => run(Rotate, ct));
        return command;
    }

    private static async Task<int> Rotate(IServiceProvider services, CancellationToken ct)
    {
        var count = await services.GetRequiredService<IUseCase<WrapKeysAgain.Request, int>>().Handle(new(Renew: true), ct);
        Console.WriteLine($"{count} documents sont sous la nouvelle clé. Gardez tout le dossier des clés : les sauvegardes anciennes en ont besoin.");
        return 0;
    }
}
