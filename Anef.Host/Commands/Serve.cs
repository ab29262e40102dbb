using System.Net;
using Anef.Host.Demo;
using Anef.Host.Jobs;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Seeding;
using Anef.SharedKernel.Settings;

namespace Anef.Host.Commands;

/// <summary>Without a command: serves the pages and runs the jobs.</summary>
internal static class Serve
{
    public static async Task<int> Run(ModuleCatalog modules, bool demo, string? urls, CancellationToken ct)
    {
        var app = Build(modules, urls);
        await app.Services.GetRequiredService<Migrator>().Migrate(ct);
        if (await SeedMark.Unfinished(app.Configuration, ct) is { } unfinished)
            throw new SettingFault("Database", $"La base contient une histoire inventée inachevée : relancez « seed {unfinished} » pour la finir, ou servez une autre base.");
        if (demo) await Demonstration.Play(modules, ct);
        app.StartJobs();
        await app.StartAsync(ct);
        Console.WriteLine($"Anef répond sur {string.Join(", ", app.Urls)} ; vérification publique : {app.Urls.First()}/verifier");
        if (app.Environment.IsDevelopment()) Console.WriteLine($"Se connecter comme une personne de la démonstration : {app.Urls.First()}/connexion/demonstration{(demo ? "" : " (relancez avec --demo pour qu'il y en ait)")}");
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    /// <summary>The whole host, not started.</summary>
    public static WebApplication Build(ModuleCatalog modules, string? urls = null, Action<WebApplicationBuilder>? configure = null, Action<ILoggingBuilder>? logging = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Anef.Host", ContentRootPath = Paths.Program, WebRootPath = Path.Combine(Paths.Program, "wwwroot") });
        // Built and not published, the files of the pages lie where they were written.
        builder.WebHost.UseStaticWebAssets();
        if (urls is not null) builder.Configuration["Urls"] = urls;
        configure?.Invoke(builder);
        foreach (var url in (builder.Configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (!IsAddress(url)) throw new SettingFault("Urls", $"« {url} » n'est pas une adresse d'écoute. Exemple : --urls http://localhost:5081.");
        builder.AddAnef(modules);
        builder.AddWeb(modules, logging);
        var app = builder.Build();
        app.UseWeb(modules);
        return app;
    }

    private static bool IsAddress(string url)
    {
        try { return BindingAddress.Parse(url).Port is >= 0 and <= IPEndPoint.MaxPort; }
        catch (FormatException) { return false; }
    }
}
