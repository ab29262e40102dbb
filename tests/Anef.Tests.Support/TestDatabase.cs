using System.Data.Common;
using Anef.SharedKernel.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Anef.Tests.Support;

/// <summary>A database of one test's own, gone when it is disposed of.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _name;
    private readonly string? _server;

    private TestDatabase(DatabaseProvider provider, string folder, string? server)
    {
        (Provider, _name, _server) = (provider, $"anef_{Guid.CreateVersion7():N}", server);
        ConnectionString = provider switch
        {
            DatabaseProvider.Sqlite => new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "anef.db") }.ToString(),
            DatabaseProvider.PostgreSql => new NpgsqlConnectionStringBuilder(_server) { Database = _name }.ToString(),
            _ => new SqlConnectionStringBuilder(_server) { InitialCatalog = _name }.ToString(),
        };
    }

    /// <summary>Which of the three.</summary>
    public DatabaseProvider Provider { get; }

    /// <summary>Of this database alone.</summary>
    public string ConnectionString { get; }

    /// <summary>The environment variable that must name a server before this provider can be tested for real; null when nothing is missing.</summary>
    public static string? Missing(DatabaseProvider provider) =>
        VariableOf(provider) is { } variable && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)) ? variable : null;

    /// <summary>Chooses a place; the database itself is not made yet.</summary>
    /// <param name="folder">Where a SQLite file would be.</param>
    /// <exception cref="InvalidOperationException">There is no server for this provider: see <see cref="Missing"/>.</exception>
    public static TestDatabase Reserve(DatabaseProvider provider, string folder) => Missing(provider) is { } variable
        ? throw new InvalidOperationException($"{variable} gives no connection string for {provider}.")
        : new TestDatabase(provider, folder, VariableOf(provider) is { } name ? Environment.GetEnvironmentVariable(name) : null);

    /// <summary>No database at all: enough for what a provider makes of a model without being asked to run it.</summary>
    public static TestDatabase Nowhere(DatabaseProvider provider) => new(provider, "", null);

    /// <summary>Makes it, empty. A SQLite file is made by whoever first opens it.</summary>
    public async Task<TestDatabase> Create()
    {
        if (_server is not null) await OnServer($"CREATE DATABASE {_name}");
        return this;
    }

    /// <summary>An open connection, for what a test looks at behind the program's back.</summary>
    public async Task<DbConnection> Connect()
    {
        DbConnection connection = Provider switch
        {
            DatabaseProvider.Sqlite => new SqliteConnection(ConnectionString),
            DatabaseProvider.PostgreSql => new NpgsqlConnection(ConnectionString),
            _ => new SqlConnection(ConnectionString),
        };
        await connection.OpenAsync();
        return connection;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is null && Provider != DatabaseProvider.Sqlite) return;
        switch (Provider)
        {
            case DatabaseProvider.Sqlite:
                // A pooled connection keeps the file open.
                using (var file = new SqliteConnection(ConnectionString)) SqliteConnection.ClearPool(file);
                break;
            case DatabaseProvider.PostgreSql:
                await using (var pooled = new NpgsqlConnection(ConnectionString)) NpgsqlConnection.ClearPool(pooled);
                await OnServer($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
                break;
            default:
                await OnServer($"IF DB_ID('{_name}') IS NOT NULL BEGIN ALTER DATABASE {_name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {_name} END");
                break;
        }
    }

    private static string? VariableOf(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.PostgreSql => "ANEF_TEST_POSTGRESQL",
        DatabaseProvider.SqlServer => "ANEF_TEST_SQLSERVER",
        _ => null,
    };

    private async Task OnServer(string sql)
    {
        await using DbConnection connection = Provider == DatabaseProvider.PostgreSql ? new NpgsqlConnection(_server) : new SqlConnection(_server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // The only part that varies is a name that this class made up.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
