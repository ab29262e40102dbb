namespace Anef.SharedKernel.Persistence;

/// <summary>Which database, and where. Section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>Sqlite</c> (default), <c>SqlServer</c> or <c>PostgreSql</c>.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Connection string; a relative SQLite file is relative to the caller's folder.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/anef.db";
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
