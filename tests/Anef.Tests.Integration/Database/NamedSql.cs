using System.Reflection;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Database;

/// <summary>A statement of ours: a constant or static text of a module or of the kernel that begins like SQL.</summary>
/// <remarks>
/// One that is not for SQL Server says so in its name or in its class's: <c>…Sqlite…</c>, <c>…PostgreSql…</c>.
/// One that is composed is a static method or property of a class named <c>…Sql</c>, which takes nothing or the provider.
/// </remarks>
public sealed record NamedSql(string Name, string Sql)
{
    private static readonly string[] Verbs = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "MERGE", "CREATE", "ALTER", "DROP", "BEGIN", "SET", "DECLARE"];
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Those that SQL Server may be sent.</summary>
    public static IEnumerable<NamedSql> ForSqlServer() => ForSqlServer(AnefHouse.Modules.Assemblies.SelectMany(a => a.GetTypes()));

    internal static IEnumerable<NamedSql> ForSqlServer(IEnumerable<Type> types) => types
        .Where(t => !t.ContainsGenericParameters)
        .SelectMany(t => Constants(t).Concat(Composed(t)))
        .Where(t => !IsForAnother(t.Name) && Verbs.Contains(t.Sql.TrimStart().Split([' ', '\n', '\r'], 2)[0], StringComparer.Ordinal));

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static IEnumerable<NamedSql> Constants(Type type) => type.GetFields(Static)
        .Where(f => f.FieldType == typeof(string) && (f.IsLiteral || f.IsInitOnly))
        .Select(f => new NamedSql($"{type.Name}.{f.Name}", (string?)f.GetValue(null) ?? ""));

    private static IEnumerable<NamedSql> Composed(Type type)
    {
        if (!type.Name.EndsWith("Sql", StringComparison.Ordinal)) yield break;
        foreach (var method in type.GetMethods(Static).Where(m => m.ReturnType == typeof(string)))
            switch (method.GetParameters())
            {
                case []: yield return new($"{type.Name}.{method.Name}", (string)method.Invoke(null, [])!); break;
                case [{ ParameterType: var only }] when only == typeof(DatabaseProvider):
                    yield return new($"{type.Name}.{method.Name}", (string)method.Invoke(null, [DatabaseProvider.SqlServer])!);
                    break;
                default: break;
            }
    }

    private static bool IsForAnother(string name) => name.Contains("Sqlite", StringComparison.Ordinal) || name.Contains("Postgre", StringComparison.Ordinal);
}
