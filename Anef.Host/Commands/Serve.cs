using Anef.Host.Jobs;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;

namespace Anef.Host.Commands;

/// <summary>Without a command: serves the pages and runs the jobs.</summary>
internal static class Serve
{
    public static async Task<int> Run(bool demo, CancellationToken ct)
    {
        var app = Build([]);
        await app.Services.GetRequiredService<Migrator>().Migrate(ct);
        app.StartJobs();
        await app.StartAsync(ct);
        Console.WriteLine($"Anef répond sur {string.Join(", ", app.Urls)} ; vérification publique : {app.Urls.First()}/verifier");
        await app.WaitForShutdownAsync(ct);
        return demo ? 0 : 0;
    }

    /// <summary>The whole host, not started.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var modules = ModuleCatalog.Load(Paths.Modules, Composition.Version);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = Paths.Program, WebRootPath = Path.Combine(Paths.Program, "wwwroot") });
        configure?.Invoke(builder);
        builder.AddAnef(modules);
        builder.AddWeb(modules);
        var app = builder.Build();
        app.UseWeb(modules);
        return app;
    }
}
