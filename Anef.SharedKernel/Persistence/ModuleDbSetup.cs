using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.SharedKernel.Persistence;

/// <summary>How a module brings its database context.</summary>
public static class ModuleDbSetup
{
    /// <summary>Registers the context on the configured provider, with a history table of its own.</summary>
    /// <remarks>Contexts are used again, emptied: to make one costs more than a small read does.</remarks>
    public static IServiceCollection AddModuleDb<TDb>(this IServiceCollection services, IConfiguration configuration) where TDb : ModuleDb
    {
        var database = DatabaseOptions.Read(configuration);
        services.AddDbContextPool<TDb>(options => options.UseProvider(database, HistoryOf(typeof(TDb))));
        services.AddSingleton(new ModuleDbRegistration(typeof(TDb)));
        return services;
    }

    /// <summary>Points a context at a database; also used by the migrations' start-up project and by tests.</summary>
    /// <param name="history">Table that holds what was migrated: <see cref="HistoryOf"/>.</param>
    public static DbContextOptionsBuilder UseProvider(this DbContextOptionsBuilder options, DatabaseOptions database, string history) => database.Provider switch
    {
        DatabaseProvider.SqlServer => options.UseSqlServer(database.ConnectionString, o => o.MigrationsHistoryTable(history)),
        DatabaseProvider.PostgreSql => options.UseNpgsql(database.ConnectionString, o => o.MigrationsHistoryTable(history)),
        _ => options.UseSqlite(database.ConnectionString, o => o.MigrationsHistoryTable(history)).AddInterceptors(SqliteTuning.One),
    };

    /// <summary>A module's own history table.</summary>
    public static string HistoryOf(Type db) => $"__migrations_{db.Name.Replace("Db", "", StringComparison.Ordinal).ToLowerInvariant()}";
}
