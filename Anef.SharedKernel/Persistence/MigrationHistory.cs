using System.Data.Common;
using System.Reflection;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Anef.SharedKernel.Persistence;

/// <summary>Whether there is anything to migrate, asked without EF Core: to build its models takes longer than all the rest of a start.</summary>
internal sealed class MigrationHistory(IConfiguration configuration, ModuleDbCatalog modules)
{
    /// <summary>True when every migration of every module is in the database; false when one is not, or when nothing can be asked.</summary>
    public async Task<bool> IsComplete(CancellationToken ct)
    {
        try
        {
            await using var connection = Connection(DatabaseOptions.Read(configuration));
            await connection.OpenAsync(ct);
            foreach (var module in modules.All)
                if (!(await Applied(connection, ModuleDbSetup.HistoryOf(module), ct)).IsSupersetOf(Written(module)))
                    return false;
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    public static DbConnection Connection(DatabaseOptions database) => database.Provider switch
    {
        DatabaseProvider.SqlServer => new SqlConnection(database.ConnectionString),
        DatabaseProvider.PostgreSql => new NpgsqlConnection(database.ConnectionString),
        // To ask makes no file.
        _ => new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Mode = SqliteOpenMode.ReadWrite }.ToString()),
    };

    private static async Task<HashSet<string>> Applied(DbConnection connection, string history, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the name of a table of ours
        command.CommandText = $"SELECT \"MigrationId\" FROM \"{history}\"";
#pragma warning restore CA2100
        var applied = new HashSet<string>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) applied.Add(reader.GetString(0));
        return applied;
    }

    private static IEnumerable<string> Written(Type module) => module.Assembly.GetTypes()
        .Where(t => t.GetCustomAttribute<DbContextAttribute>()?.ContextType == module)
        .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>();
}
