using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Database;

/// <summary>The contexts of every loaded module, on a provider that need not be there.</summary>
internal static class ModuleDbs
{
    private static readonly Lazy<AnefHouse> OnSqlServer = new(() => AnefHouse.Unmigrated(TestDatabase.Nowhere(DatabaseProvider.SqlServer), ""));

    /// <summary>One type a module.</summary>
    public static IReadOnlyList<Type> All => OnSqlServer.Value.Services.GetRequiredService<ModuleDbCatalog>().All;

    /// <summary>A scope whose contexts speak SQL Server's language and reach no server.</summary>
    public static AsyncServiceScope SqlServerScope() => OnSqlServer.Value.Scope();

    public static ModuleDb Db(this AsyncServiceScope scope, Type type) => (ModuleDb)scope.ServiceProvider.GetRequiredService(type);
}
