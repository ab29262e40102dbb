using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;

namespace Anef.Host;

/// <summary>The house without its web face, for commands.</summary>
internal static class PlainHost
{
    public static IHost Build(ModuleCatalog modules, Action<HostApplicationBuilder>? configure = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Paths.Program });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        configure?.Invoke(builder);
        builder.AddAnef(modules);
        return builder.Build();
    }

    /// <summary>Runs a module's command.</summary>
    public static async Task<int> Run(ModuleCatalog modules, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken ct)
    {
        using var host = Build(modules);
        await host.Services.GetRequiredService<Migrator>().Migrate(ct);
        await using var scope = host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider, ct);
    }
}
