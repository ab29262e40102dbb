using System.CommandLine;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.UseCases;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Attestations.Keys;

/// <summary><c>rotate-keys</c>: a served host on the same folder signs with the new key from the next document on.</summary>
internal static class RotateKeysCommand
{
    public static Command Make(RunInHouse run)
    {
        var command = new Command("rotate-keys", "fait une nouvelle clé et un nouveau certificat, qui signent les attestations dès maintenant ; les anciennes restent vérifiables");
        command.SetAction((_, ct) => run(Rotate, ct));
        return command;
    }

    private static async Task<int> Rotate(IServiceProvider services, CancellationToken ct)
    {
        var rotated = await services.GetRequiredService<IUseCase<RotateKeys.Request, RotateKeys.Response>>().Handle(new(), ct);
        Console.WriteLine($"La clé {rotated.Kid} signe désormais. Les clés précédentes restent publiées : gardez tout le dossier des clés.");
        return 0;
    }
}
