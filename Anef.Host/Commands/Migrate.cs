using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;

namespace Anef.Host.Commands;

/// <summary><c>migrate</c>: for operators who bring tables up to date apart from the host.</summary>
internal static class Migrate
{
    public static async Task<int> Run(ModuleCatalog modules, CancellationToken ct)
    {
        using var host = PlainHost.Build(modules);
        var applied = await host.Services.GetRequiredService<Migrator>().Migrate(ct);
        foreach (var migration in applied) Console.WriteLine(migration);
        Console.WriteLine(applied.Count == 0 ? "Les tables étaient à jour." : $"{applied.Count} migrations appliquées.");
        return 0;
    }
}
