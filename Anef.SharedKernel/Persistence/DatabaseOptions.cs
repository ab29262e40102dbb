using System.Data.Common;
using System.Runtime.CompilerServices;
using Anef.SharedKernel.Settings;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Anef.SharedKernel.Persistence;

/// <summary>Which database, and where. Section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>Sqlite</c> (default), <c>SqlServer</c> or <c>PostgreSql</c>.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Connection string; a relative SQLite file is relative to the caller's folder.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/anef.db";

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="SettingFault">The provider is none of the three, or does not understand the connection string.</exception>
    public static DatabaseOptions Read(IConfiguration configuration)
    {
        var options = configuration.Read<DatabaseOptions>("Database");
        try { options.Understand(); }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new SettingFault("Database:ConnectionString", $"{options.Provider} ne comprend pas cette chaîne de connexion ({fault.Message}).");
        }
        return options;
    }

    /// <remarks>A method each: only the library of the chosen database is loaded.</remarks>
    private DbConnectionStringBuilder Understand()
    {
        return Provider switch
        {
            DatabaseProvider.SqlServer => SqlServer(ConnectionString),
            DatabaseProvider.PostgreSql => PostgreSql(ConnectionString),
            _ => Sqlite(ConnectionString),
        };

        [MethodImpl(MethodImplOptions.NoInlining)]
        static DbConnectionStringBuilder SqlServer(string words) => new SqlConnectionStringBuilder(words);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static DbConnectionStringBuilder PostgreSql(string words) => new NpgsqlConnectionStringBuilder(words);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static DbConnectionStringBuilder Sqlite(string words) => new SqliteConnectionStringBuilder(words);
    }
}

/// <summary>The three databases that the one model runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>One file, the default.</summary>
    Sqlite,

    /// <summary>The national deployment.</summary>
    SqlServer,

    /// <summary>The open alternative.</summary>
    PostgreSql,
}
