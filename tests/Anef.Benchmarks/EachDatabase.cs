using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;

namespace Anef.Benchmarks;

/// <summary>A measurement on SQLite, then on PostgreSQL; without a server the second is left out, and says so.</summary>
internal static class EachDatabase
{
    /// <param name="name">Of the benchmark.</param>
    /// <param name="measure">Is given the word by which figures name that database.</param>
    public static async Task<IReadOnlyList<Figure>> Measure(string name, Func<DatabaseProvider, string, Task<IReadOnlyList<Figure>>> measure)
    {
        List<Figure> figures = [.. await On(DatabaseProvider.Sqlite, name, measure), .. await On(DatabaseProvider.PostgreSql, name, measure)];
        return figures;
    }

    public static async Task<IReadOnlyList<Figure>> On(DatabaseProvider provider, string name, Func<DatabaseProvider, string, Task<IReadOnlyList<Figure>>> measure)
    {
        var database = provider == DatabaseProvider.Sqlite ? "sqlite" : "postgresql";
        using var server = provider == DatabaseProvider.PostgreSql ? PostgresServer.StartIfNone() : null;
        if (TestDatabase.Missing(provider) is not { } missing) return await measure(provider, database);
        Console.WriteLine($"{name}.{database} is left out: PostgreSQL is not installed and {missing} names none");
        return [];
    }
}
