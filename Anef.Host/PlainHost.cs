using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using Microsoft.Extensions.Logging.Console;

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
        // What a command prints is read by programs: the log goes elsewhere.
        using var host = Build(modules, builder => builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        await host.Services.GetRequiredService<Migrator>().Migrate(ct);
        await using var scope = host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider, ct);
    }
}
