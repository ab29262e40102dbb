using System.Globalization;
using Anef.Applications;
using Anef.Applications.CheckFilesAgain;
using Anef.Applications.Contracts;
using Anef.Applications.FileApplication;
using Anef.Applications.ForgetDrafts;
using Anef.Applications.KeepFiles;
using Anef.Applications.PassDeadlines;
using Anef.Applications.Persistence;
using Anef.Applications.RegisterPerson;
using Anef.Applications.Rehearse;
using Anef.Applications.RemindOfWindows;
using Anef.Applications.RotateKeys;
using Anef.Applications.RouteToSite;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Contracts;
using Anef.Tests.Unit.Procedures;
using Autofac.Features.Indexed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Anef.Tests.Unit.Applications;

/// <summary>Where requests are made and followed: the module over a database file and a clock of its own, under the law that the program is born with.</summary>
internal sealed partial class Desk : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="start">First day; the clock then only goes forward.</param>
    /// <param name="local">What the prefectures of this test do in their own way.</param>
    /// <param name="scanner"><c>host:port</c> of a clamd.</param>
    public Desk(string start = "2026-05-01", Func<Prefecture, Prefecture>? local = null, string? scanner = null)
    {
        Folder = Directory.CreateTempSubdirectory("anef-desk-").FullName;
        Clock = new(Instant(start));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(Folder, "anef.db")};Pooling=False",
            ["Applications:DocumentsFolder"] = Documents,
            ["Applications:DocumentKeysFolder"] = Path.Combine(Folder, "document-keys"),
            ["Applications:MaxDocumentBytes"] = "2000000",
            ["Applications:ClamAv"] = scanner,
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton(Law.Procedures);
        services.AddSingleton(new EventCatalog([typeof(ApplicationsModule).Assembly, typeof(ApplicationFiled).Assembly]));
        services.AddScoped(_ => Visitor).AddTransient(_ => Retention).AddSingleton(Attestations).AddSingleton(new Lazy<IMutualAid>(() => Substitute.For<IMutualAid>()));
        services.AddSingleton<Positions>().AddSingleton<PumpBell>().AddSingleton<ModuleDbServices>();
        services.AddSingleton(new PrefectureCatalog(Zones.Select(p => Prefecture(p.Key, p.Value)).Select(local ?? (p => p))));
        services.AddSingleton(new Local<ISiteRouting>(new OwnSites(), new SeatReceives()));
        new ApplicationsModule().AddServices(services, configuration);
        foreach (var type in typeof(ApplicationsModule).Assembly.GetTypes().Where(t => t.IsClass))
            foreach (var face in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IUseCase<,>)))
                services.AddScoped(face, type);
        services.AddScoped<PassDeadlinesJob>().AddScoped<RemindOfWindowsJob>().AddScoped<CheckFilesAgainJob>().AddScoped<ForgetDraftsJob>().AddScoped<WrapKeysAgainJob>().AddScoped<KeepFilesJob>().AddScoped<StateAtTheEnd>();
        _services = services.BuildServiceProvider(validateScopes: true);
        using var scope = _services.CreateScope();
        scope.ServiceProvider.GetRequiredService<ApplicationsDb>().Database.EnsureCreated();
    }

    private static Dictionary<string, string> Zones { get; } = new()
    {
        ["69"] = CivilTime.Paris, ["75"] = CivilTime.Paris, ["93"] = CivilTime.Paris, ["972"] = "America/Martinique", ["974"] = "Indian/Reunion", ["975"] = "America/Miquelon",
    };

    public string Folder { get; }

    public string Documents => Path.Combine(Folder, "documents");

    public FakeTimeProvider Clock { get; }

    /// <summary>Who asks from now on.</summary>
    public Visitor Visitor { get; set; } = Visitor.Nobody;

    /// <summary>Ten in the morning in Paris, in summer, unless an instant is written.</summary>
    public void On(string day) => Clock.SetUtcNow(Instant(day));

    public static RegisterPerson.Request Holder(string until = "2026-09-30", string procedure = "CJF", string? ground = "L423-1", string prefecture = "75") => new()
    {
        Surname = "Diallo",
        FirstNames = "Awa",
        Born = new(1990, 1, 1),
        Prefecture = prefecture,
        Email = "awa@example.org",
        AddressLines = ["1 rue de l'Exemple"],
        Held = new(procedure, ground, Law.Day(until).AddYears(-1).AddDays(1), Law.Day(until), Work: true),
    };

    public Task<Guid> Register(RegisterPerson.Request? request = null) => Ask<RegisterPerson.Request, Guid>(request ?? Holder());

    public Task<FileApplication.Filed> File(FileApplication.Request request) => Ask<FileApplication.Request, FileApplication.Filed>(request);

    /// <summary>The renewal of a card that ends on 30 September 2026, filed on a day; its window is 2 June to 1 August.</summary>
    public async Task<Guid> Filed(string day = "2026-07-15", params string[] missing)
    {
        var person = await Register();
        On(day);
        return (await File(new(person, "CJF") { Missing = missing })).ApplicationId;
    }

    public Task Do<TRequest>(TRequest request) => Ask<TRequest, Done>(request);

    public async Task<TResponse> Ask<TRequest, TResponse>(TRequest request)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IUseCase<TRequest, TResponse>>().Handle(request, default);
    }

    public async Task<T> With<TService, T>(Func<TService, Task<T>> question) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>The daily jobs of the day that it is in a zone.</summary>
    public async Task Day(string zone = CivilTime.Paris)
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PassDeadlinesJob>().Run(Clock.CivilDay(zone), default);
        await scope.ServiceProvider.GetRequiredService<RemindOfWindowsJob>().Run(Clock.CivilDay(zone), default);
    }

    /// <summary>Morning after morning, up to and with that day.</summary>
    public async Task Days(string until, string zone = CivilTime.Paris)
    {
        for (var last = Instant(until); Clock.GetUtcNow() < last;)
        {
            Clock.Advance(TimeSpan.FromDays(1));
            await Day(zone);
        }
    }

    /// <summary>A refusal that leaves no trace.</summary>
    public async Task<RuleBroken> Refused<TRequest, TResponse>(TRequest request)
    {
        var before = await Everything();
        var refusal = (await Assert.ThrowsAsync<RuleBroken>(() => Ask<TRequest, TResponse>(request)))!;
        Assert.That(await Everything(), Is.EqualTo(before), $"{refusal.Code} left a trace");
        return refusal;
    }

    public Task<RuleBroken> Refused<TRequest>(TRequest request) => Refused<TRequest, Done>(request);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static DateTimeOffset Instant(string at) => at.Length == 10
        ? new(Law.Day(at), new TimeOnly(8, 0), TimeSpan.Zero)
        : DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static Prefecture Prefecture(string code, string zone) => new()
    {
        Code = code,
        Name = $"Département {code}",
        Seat = $"Préfecture {code}",
        TimeZone = zone,
        MailFrom = $"titres-sejour@{code}.example",
        ReminderDays = [90, 70, 62, 30, 7],
        LeadDays = 15,
        LegalCoverageListed = false,
        DocumentReminderDays = [7, 2],
    };

    /// <summary>93 has two sites.</summary>
    private sealed class OwnSites : IIndex<string, ISiteRouting>, ISiteRouting
    {
        public ISiteRouting this[string key] => this;

        public bool TryGetValue(string key, out ISiteRouting value) => (value = this) is not null && key == "93";

        public string? SiteFor(string commune, string? postcode) => commune == "Le Raincy" ? "Le Raincy" : null;
    }
}
