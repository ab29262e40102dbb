using Anef.Applications.Contracts;
using Anef.Attestations.Contracts;
using Anef.Notifications;
using Anef.Notifications.ChoosePreferences;
using Anef.Notifications.Domain;
using Anef.Notifications.KeepMessages;
using Anef.Notifications.Persistence;
using Anef.Notifications.ReadBounces;
using Anef.Notifications.WriteMessages;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Support;
using Anef.Tests.Unit.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Anef.Tests.Unit.Notifications;

/// <summary>The module as the host runs it, over a database file and a clock of its own; its neighbours say what the test says.</summary>
internal sealed class Mailroom : IAsyncDisposable
{
    public static readonly Guid Imen = Guid.Parse("0190a000-0000-7000-8000-000000000001");
    public static readonly Guid Request = Guid.Parse("0190a000-0000-7000-8000-00000000000a");

    private readonly ServiceProvider _services;
    private readonly IConfigurationRoot _configuration;

    public Mailroom(params (string Key, string Value)[] settings)
    {
        Folder = Directory.CreateTempSubdirectory("anef-mailroom-").FullName;
        _configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(Folder, "anef.db")};Pooling=False",
            ["Mail:OutgoingFolder"] = Outgoing,
            ["Mail:LettersFolder"] = Letters,
            ["Sms:OutgoingFolder"] = Texts,
            ["Sms:RetryDelay"] = "00:00:00",
            ["Mail:RetryDelay"] = "00:00:00",
            ["Mail:Site"] = "https://anef.example",
        }).AddInMemoryCollection(settings.GroupBy(s => s.Key).ToDictionary(s => s.Key, s => (string?)s.Last().Value)).Build();
        var services = new ServiceCollection();
        AddTo(services);
        _services = services.BuildServiceProvider(validateScopes: true);
        using var scope = _services.CreateScope();
        scope.ServiceProvider.GetRequiredService<NotificationsDb>().Database.EnsureCreated();
        Contact(new(Imen, "Imen Trabelsi", "imen@example.org", ["12 rue des Lilas", "33000 Bordeaux"], false, false, "fr", "33"));
    }

    /// <summary>What the host brings, the neighbours, and the module.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton<IConfiguration>(_configuration);
        services.AddSingleton(new EventCatalog([typeof(NotificationsModule).Assembly, typeof(Anef.Notifications.Contracts.MessageSent).Assembly]));
        services.AddSingleton<Positions>().AddSingleton<PumpBell>().AddSingleton<ModuleDbServices>();
        services.AddSingleton(new PrefectureCatalog([Prefecture("33", "Gironde", "Bordeaux", "Europe/Paris"), Prefecture("974", "La Réunion", "Saint-Denis", "Indian/Reunion")]));
        services.AddSingleton(Law.Retention).AddSingleton(Keeping).AddSingleton(Applications).AddSingleton(Attestations).AddSingleton(Repository.Languages);
        new NotificationsModule().AddServices(services, _configuration);
        services.AddScoped<TellOfRequest>().AddScoped<TellOfWindows>().AddScoped<TellOfDecision>().AddScoped<TellOfAttestations>().AddScoped<SilenceForTheDead>().AddScoped<ReadBouncesJob>();
        services.AddScoped<TellOfKeeping>().AddScoped<KeepMessagesJob>().AddScoped<FollowTheFile>();
        foreach (var useCase in typeof(NotificationsModule).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
            foreach (var face in useCase.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IUseCase<,>)))
                services.AddScoped(face, useCase);
    }

    public string Folder { get; }

    public string Outgoing => Path.Combine(Folder, "mail");

    public string Letters => Path.Combine(Folder, "letters");

    public string Texts => Path.Combine(Folder, "sms");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 10, 1, 8, 0, 0, TimeSpan.Zero));

    public IApplications Applications { get; } = Substitute.For<IApplications>();

    public IAttestations Attestations { get; } = Substitute.For<IAttestations>();

    public IKeeping Keeping { get; } = Nobody();

    public ContactFacts Person { get; private set; } = null!;

    public void Contact(ContactFacts facts)
    {
        Person = facts;
        Applications.Contact(facts.PersonId, Arg.Any<CancellationToken>()).Returns(_ => Person);
    }

    private static IKeeping Nobody()
    {
        var keeping = Substitute.For<IKeeping>();
        keeping.PeopleToKeep(null!, default).ReturnsForAnyArgs(new HashSet<Guid>());
        return keeping;
    }

    /// <summary>A fact told to one of the handlers, as the courier does it.</summary>
    public async Task Tell<THandler, TFact>(TFact fact) where THandler : IHandleEvent<TFact> where TFact : IEvent
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<THandler>().Handle(fact, default);
    }

    /// <summary>A short message about the request, to be sent.</summary>
    public Task Announce(DateOnly? day = null) => Tell<TellOfDecision, CardReady>(new(Imen, Request, day ?? new(2026, 10, 1)));

    public async Task<bool> Pump()
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<IPump>().Single().Pump(default);
    }

    public async Task<T> Ask<T>(Func<IServiceProvider, Task<T>> question)
    {
        await using var scope = _services.CreateAsyncScope();
        return await question(scope.ServiceProvider);
    }

    public Task<List<Message>> Messages() => Ask(s => s.GetRequiredService<NotificationsDb>().Messages.AsNoTracking().OrderBy(m => m.CreatedAt).ToListAsync());

    public async Task<Message> Message() => (await Messages()).Single();

    /// <summary>As the page of preferences does it.</summary>
    public Task<Done> Choose(Channel first, Channel second, string? phone = null, bool reminders = true, bool progress = true, string? safeEmail = null, string? safeAddress = null) =>
        Ask(s => s.GetRequiredService<IUseCase<ChoosePreferences.Request, Done>>().Handle(new(Imen, first, second, null, phone, reminders, progress, safeEmail, safeAddress), default));

    /// <summary>Reads what came back, as the job does.</summary>
    public Task<int> ReadBounces() => Ask(async s =>
    {
        await s.GetRequiredService<ReadBouncesJob>().Run(default);
        return 0;
    });

    public Task<List<string>> Facts() => Ask(s => s.GetRequiredService<NotificationsDb>().Outbox.OrderBy(m => m.Position).Select(m => m.Body).ToListAsync());

    /// <summary>A sender took the message and was never seen again.</summary>
    public Task<int> Abandon() => Ask(async s =>
    {
        var db = s.GetRequiredService<NotificationsDb>();
        (await db.Messages.SingleAsync()).Claim(Clock.GetUtcNow().AddMinutes(5));
        return await db.SaveChangesAsync();
    });

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static Prefecture Prefecture(string code, string name, string seat, string zone) => new()
    {
        Code = code,
        Name = name,
        Seat = seat,
        TimeZone = zone,
        MailFrom = $"titres-sejour@{code}.example",
        ReminderDays = [120, 30],
        LeadDays = 15,
        LegalCoverageListed = false,
        DocumentReminderDays = [7, 2],
    };
}
