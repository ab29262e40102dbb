using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Prefectures;
using Microsoft.Data.Sqlite;

namespace Anef.Host.Rehearse;

/// <summary>The house with a database and a clock of its own, without pages, logs or jobs that run by themselves.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string _connection;

    private Stage(IHost host, VirtualClock clock, string connection) => (_host, Clock, _connection) = (host, clock, connection);

    public IServiceProvider Services => _host.Services;

    public VirtualClock Clock { get; }

    /// <summary>Builds the house over a database file.</summary>
    /// <param name="database">File name in the run's folder.</param>
    /// <exception cref="FileFault">The settings cannot be.</exception>
    public static Stage Build(StageSet set, string database, DateTimeOffset start, Block? settings)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(set.Folder, database) }.ToString();
        var clock = new VirtualClock(start);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = Paths.Program, EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(Configuration(set.Folder, connection));
        builder.Services.AddSingleton<TimeProvider>(clock);
        try
        {
            builder.AddAnef(set.Modules, settings?.Values);
        }
        catch (PrefectureFault fault) when (fault.File == PrefectureFiles.Overrides && settings is not null)
        {
            throw new FileFault(fault.Field is null ? settings.Line : settings.LineOf(fault.Field), fault.Message);
        }
        set.Configure?.Invoke(builder.Services);
        FastSqlite.AddTo(builder.Services);
        return new Stage(builder.Build(), clock, connection);
    }

    /// <summary>A connection to the stage's database.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
        else _host.Dispose();
        // The last connection that closes folds the log into the file.
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>The host's own settings, and over them whatever could reach out of the folder.</summary>
    private static Dictionary<string, string?> Configuration(string folder, string connection) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Database:Provider"] = "Sqlite",
        ["Database:ConnectionString"] = connection,
        ["Mail:Transport"] = "None",
        ["Mail:OutgoingFolder"] = Path.Combine(folder, "mail"),
        ["Mail:LettersFolder"] = Path.Combine(folder, "letters"),
        ["Attestations:KeysFolder"] = Path.Combine(folder, "keys"),
        ["Applications:DocumentsFolder"] = Path.Combine(folder, "documents"),
    };
}

/// <summary>What the stages of one run share.</summary>
/// <param name="Folder">The only place that is written to.</param>
/// <param name="Configure">What tests add.</param>
internal sealed record StageSet(ModuleCatalog Modules, string Folder, Action<IServiceCollection>? Configure = null);
