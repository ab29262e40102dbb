using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Anef.Host.Health;

/// <summary>Whether the days missed while the host was down have been caught up.</summary>
internal sealed class Startup : IHealthCheck
{
    public bool CaughtUp => CaughtUpAt is not null;

    /// <summary>When it was.</summary>
    public DateTimeOffset? CaughtUpAt { get; set; }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(CaughtUp ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("le rattrapage du démarrage n'est pas fini"));
}

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseAnswers(IServiceScopeFactory scopes, ModuleDbCatalog modules) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(modules.All[0]);
        return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("la base ne répond pas");
    }
}

/// <summary>Whether every prefecture's own package is in place; one that was set aside closes filing there and nothing else.</summary>
internal sealed class PackagesInPlace(ModuleCatalog modules) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(modules.SetAside.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(" ; ", modules.SetAside.Select(p => $"{p.Key} : {p.Value}"))));
}

internal static class HealthSetup
{
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<Startup>();
        services.AddHealthChecks().AddCheck<Startup>("startup", tags: ["startup"]).AddCheck<DatabaseAnswers>("database", tags: ["ready"]).AddCheck<PackagesInPlace>("packages", tags: ["ready"]);
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).OpenToAll();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).OpenToAll();
        routes.MapHealthChecks("/health/startup", new HealthCheckOptions { Predicate = check => check.Tags.Contains("startup") }).OpenToAll();
    }
}
