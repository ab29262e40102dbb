using Anef.Host;
using Anef.Host.Commands;
using Anef.Host.Demo;
using Anef.Host.Jobs;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Anef.Tests.Support;

/// <summary>The whole served house on a port of its own: every page and endpoint, a database of its own, a clock that stands still, no job by itself.</summary>
/// <remarks>Who visits is said by <see cref="TestAccess.As"/>, unless the site is built with its own sign-in.</remarks>
public sealed class AnefSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FaultLog _faults = new();
    private readonly TimeProvider _clock;

    private AnefSite(TestDatabase database, string folder, TimeProvider clock, bool ownSignIn, string environment, Action<WebApplicationBuilder>? configure)
    {
        (Database, Folder, _clock) = (database, folder, clock);
        _app = Serve.Build(AnefHouse.Modules, "http://127.0.0.1:0", builder =>
        {
            builder.Environment.EnvironmentName = environment;
            // The web host and the host around it each have an environment of their own.
            builder.Services.AddSingleton<IHostEnvironment>(builder.Environment);
            builder.Configuration.AddInMemoryCollection(AnefHouse.SettingsOf(database, folder));
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Limits:RequestsPerMinute"] = "1000000", ["Attestations:VerificationsPerMinute"] = "0", ["Accounts:Local"] = "true" });
            builder.Services.AddSingleton(clock);
            configure?.Invoke(builder);
            if (!ownSignIn) builder.Services.AddTestAccess();
        }, logging => logging.ClearProviders().AddProvider(_faults));
    }

    /// <summary>The site's own.</summary>
    public TestDatabase Database { get; }

    /// <summary>Where it keeps files.</summary>
    public string Folder { get; }

    /// <summary>Stands still until a test moves it on.</summary>
    /// <exception cref="InvalidCastException">The site lives in real time.</exception>
    public FakeTimeProvider Clock => (FakeTimeProvider)_clock;

    /// <summary>The root of the container.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Where it answers.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>What was logged as an error.</summary>
    public IReadOnlyList<string> Faults => _faults.Faults;

    /// <summary>Starts one.</summary>
    /// <param name="ownSignIn">Sessions as in service, instead of the test's header.</param>
    /// <param name="environment">Development unless said otherwise: no https is asked for there.</param>
    /// <param name="now">Monday 2 March 2026, 09:00 in Paris, unless said otherwise.</param>
    /// <param name="configure">Settings and services that replace the house's own.</param>
    public static async Task<AnefSite> Start(DatabaseProvider provider = DatabaseProvider.Sqlite, bool ownSignIn = false, string environment = "Development", DateTimeOffset? now = null,
        Action<WebApplicationBuilder>? configure = null)
    {
        var folder = Directory.CreateTempSubdirectory("anef-site-").FullName;
        var database = await TestDatabase.Reserve(provider, folder).Create();
        await MigratedFile.Lay(database, folder);
        var site = new AnefSite(database, folder, new FakeTimeProvider(now ?? new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)), ownSignIn, environment, configure);
        await site.Services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        await site._app.StartAsync();
        return site;
    }

    /// <summary>Starts one in real time on a folder that <see cref="Demonstrate"/> filled: posts are delivered as in service, daily jobs do not run.</summary>
    public static async Task<AnefSite> StartDemonstration(string folder, Action<WebApplicationBuilder>? configure = null)
    {
        var site = new AnefSite(TestDatabase.Reserve(DatabaseProvider.Sqlite, folder), folder, TimeProvider.System, ownSignIn: true, "Development", configure);
        await site._app.StartAsync();
        return site;
    }

    /// <summary>Plays the demonstration into a folder.</summary>
    public static async Task Demonstrate(string folder)
    {
        var settings = AnefHouse.SettingsOf(TestDatabase.Reserve(DatabaseProvider.Sqlite, folder), folder);
        using var house = PlainHost.Build(AnefHouse.Modules, builder => builder.Configuration.AddInMemoryCollection(settings));
        await house.Services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        await Demonstration.Play(AnefHouse.Modules, CancellationToken.None, builder => builder.Configuration.AddInMemoryCollection(settings));
    }

    /// <summary>A browser without script that follows no redirection and keeps cookies.</summary>
    public HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>Asks a use case, as a page would.</summary>
    public async Task<TResponse> Ask<TRequest, TResponse>(TRequest request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IUseCase<TRequest, TResponse>>().Handle(request, CancellationToken.None);
    }

    /// <summary>From here on nothing leaves by itself: no fact, no message.</summary>
    public Task StandStill() => Services.GetServices<IHostedService>().OfType<PumpRoom>().Single().StopAsync(CancellationToken.None);

    /// <summary>Delivers what waits, and what that causes.</summary>
    public Task Drain() => Services.GetRequiredService<CatchUp>().Drain(CancellationToken.None);

    /// <summary>Runs the daily jobs of the day that it is, and drains.</summary>
    public Task Day() => Services.GetRequiredService<CatchUp>().RunDay(null, CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
