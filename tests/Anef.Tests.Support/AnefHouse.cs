using Anef.Host;
using Anef.Host.Commands;
using Anef.Host.Jobs;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.UseCases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Anef.Tests.Support;

/// <summary>The whole house without its pages: every module, a database of its own, a clock that stands still until it is told.</summary>
/// <remarks>Nothing runs by itself. <see cref="Day"/> does what a day asks for, <see cref="Drain"/> delivers what is waiting.</remarks>
public sealed class AnefHouse : IAsyncDisposable
{
    // One for all tests of a process: an assembly is loaded once, whoever asks.
    private static readonly Lazy<ModuleCatalog> Catalog = new(() => ModuleCatalog.Load(Paths.Modules, Composition.Version));
    private readonly IHost _host;
    private readonly FaultLog _faults = new();
    private readonly string? _ownFolder;

    private AnefHouse(TestDatabase database, string folder, bool ownsFolder, FakeTimeProvider clock, Action<HostApplicationBuilder>? configure)
    {
        (Database, Folder, Clock, _ownFolder) = (database, folder, clock, ownsFolder ? folder : null);
        _host = PlainHost.Build(Modules, builder =>
        {
            builder.Configuration.AddInMemoryCollection(SettingsOf(database, folder));
            builder.Logging.ClearProviders().AddProvider(_faults);
            builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<CatchUp>();
            configure?.Invoke(builder);
        });
    }

    /// <summary>The packages in <c>artifacts/modules</c>.</summary>
    public static ModuleCatalog Modules => Catalog.Value;

    /// <summary>The house's own.</summary>
    public TestDatabase Database { get; }

    /// <summary>Where the house keeps files: documents, keys, mail, letters.</summary>
    public string Folder { get; }

    /// <summary>Stands still until a test moves it on.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>The root of the container.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>What jobs and couriers logged as errors.</summary>
    public IReadOnlyList<string> Faults => _faults.Faults;

    /// <summary>When true, a fault in a job or a handler does not fail <see cref="Day"/> and <see cref="Drain"/>.</summary>
    public bool ToleratesFaults { get; set; }

    /// <summary>Builds a house on a new database and brings its tables up to date.</summary>
    /// <param name="provider">SQLite, or a server named by an environment variable: see <see cref="TestDatabase.Missing"/>.</param>
    /// <param name="now">Where its clock begins; Monday 2 March 2026, 09:00 in Paris, unless said otherwise.</param>
    /// <param name="configure">Settings and services that replace the house's own.</param>
    public static async Task<AnefHouse> Build(DatabaseProvider provider = DatabaseProvider.Sqlite, DateTimeOffset? now = null, Action<HostApplicationBuilder>? configure = null)
    {
        var folder = Directory.CreateTempSubdirectory("anef-house-").FullName;
        var database = await TestDatabase.Reserve(provider, folder).Create();
        await MigratedFile.Lay(database, folder);
        var house = new AnefHouse(database, folder, ownsFolder: true, new FakeTimeProvider(now ?? new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)), configure);
        try
        {
            await house.Migrate();
            return house;
        }
        catch
        {
            await house.DisposeAsync();
            throw;
        }
    }

    /// <summary>A second host on the same database, files and clock. It is disposed of before the first.</summary>
    public AnefHouse Twin(Action<HostApplicationBuilder>? configure = null) => new(Database, Folder, ownsFolder: false, Clock, configure);

    /// <summary>A house on a place where no table is yet, or no server, for tests of what happens first and of what needs none.</summary>
    public static AnefHouse Unmigrated(TestDatabase database, string folder) => new(database, folder, ownsFolder: false, new FakeTimeProvider(), null);

    /// <summary>Brings the tables up to date and names what was applied.</summary>
    public Task<IReadOnlyList<string>> Migrate(CancellationToken ct = default) => Services.GetRequiredService<Migrator>().Migrate(ct);

    /// <summary>Asks a use case, as a page would: in a scope of its own, with the decorators around it.</summary>
    public async Task<TResponse> Ask<TRequest, TResponse>(TRequest request)
    {
        await using var scope = Scope();
        return await scope.ServiceProvider.GetRequiredService<IUseCase<TRequest, TResponse>>().Handle(request, CancellationToken.None);
    }

    /// <summary>A scope, for what a test looks at by itself.</summary>
    public AsyncServiceScope Scope() => Services.CreateAsyncScope();

    /// <summary>Delivers the facts and messages that wait, and those that they cause.</summary>
    /// <exception cref="InvalidOperationException">A handler failed, and <see cref="ToleratesFaults"/> is not set.</exception>
    public async Task Drain()
    {
        await Services.GetRequiredService<CatchUp>().Drain(CancellationToken.None);
        ThrowFaults();
    }

    /// <summary>Runs the daily jobs of the day that it is, in every zone or in one, and drains.</summary>
    /// <exception cref="InvalidOperationException">A job or a handler failed, and <see cref="ToleratesFaults"/> is not set.</exception>
    public async Task Day(string? zone = null)
    {
        var catchUp = Services.GetRequiredService<CatchUp>();
        await catchUp.Drain(CancellationToken.None);
        await catchUp.RunDay(zone is null ? null : [zone], CancellationToken.None);
        ThrowFaults();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
        else _host.Dispose();
        if (_ownFolder is null) return;
        await Database.DisposeAsync();
        Directory.Delete(_ownFolder, recursive: true);
    }

    private void ThrowFaults()
    {
        if (ToleratesFaults || Faults is []) return;
        var words = string.Join(Environment.NewLine, Faults);
        _faults.Clear();
        throw new InvalidOperationException(words);
    }

    internal static Dictionary<string, string?> SettingsOf(TestDatabase database, string folder) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Database:Provider"] = database.Provider.ToString(),
        ["Database:ConnectionString"] = database.ConnectionString,
        ["Mail:Transport"] = "File",
        ["Mail:OutgoingFolder"] = Path.Combine(folder, "mail"),
        ["Mail:LettersFolder"] = Path.Combine(folder, "letters"),
        ["Attestations:KeysFolder"] = Path.Combine(folder, "keys"),
        ["Applications:DocumentsFolder"] = Path.Combine(folder, "documents"),
        ["Applications:DocumentKeysFolder"] = Path.Combine(folder, "document-keys"),
    };
}
