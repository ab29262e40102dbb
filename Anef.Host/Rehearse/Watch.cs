using Microsoft.Data.Sqlite;

namespace Anef.Host.Rehearse;

/// <summary>Sees from the side whether anything was written, so that three hundred quiet days cost little.</summary>
internal sealed class Watch : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _version;
    private readonly SqliteCommand _owing;
    private long _seen;

    public Watch(SqliteConnection connection)
    {
        _connection = connection;
        _version = connection.CreateCommand();
        _version.CommandText = "PRAGMA data_version";
        _owing = connection.CreateCommand();
        _owing.CommandText = Owed(Tables("%\\_deliveries"));
        _seen = Version();
    }

    /// <summary>Whether another connection has committed since the last time.</summary>
    public bool Changed()
    {
        var before = _seen;
        _seen = Version();
        return _seen != before;
    }

    /// <summary>Whether a fact still waits for a handler that failed.</summary>
    public bool Owing() => (long)_owing.ExecuteScalar()! > 0;

    /// <summary>What was not taken, and why.</summary>
    public IReadOnlyList<string> Undelivered()
    {
        var faults = new List<string>();
        foreach (var table in Tables("%\\_deliveries"))
        {
            using var command = _connection.CreateCommand();
            var outbox = table.Replace("_deliveries", "_outbox", StringComparison.Ordinal);
            command.CommandText = $"""SELECT o."Type", d."Handler", d."LastError" FROM "{table}" d JOIN "{outbox}" o ON o."Id" = d."MessageId" WHERE d."LastError" IS NOT NULL ORDER BY d."Position" """;
            using var reader = command.ExecuteReader();
            while (reader.Read()) faults.Add($"« {Short(reader.GetString(0))} » n'a pas été pris par {Short(reader.GetString(1))} : {reader.GetString(2).ReplaceLineEndings(" ")}");
        }
        return faults;
    }

    public void Dispose()
    {
        _version.Dispose();
        _owing.Dispose();
        _connection.Dispose();
    }

    private List<string> Tables(string like)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE $like ESCAPE '\\' ORDER BY name";
        command.Parameters.AddWithValue("$like", like);
        using var reader = command.ExecuteReader();
        var tables = new List<string>();
        while (reader.Read()) tables.Add(reader.GetString(0));
        return tables;
    }

    private long Version() => (long)_version.ExecuteScalar()!;

    private static string Owed(List<string> tables) => tables.Count == 0 ? "SELECT 0" : $"SELECT {string.Join(" OR ", tables.Select(t => $"EXISTS (SELECT 1 FROM \"{t}\")"))}";

    private static string Short(string type) => type[(type.LastIndexOfAny(['.', '+']) + 1)..];
}
