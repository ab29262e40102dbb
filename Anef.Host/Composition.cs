using System.Reflection;
using System.Text.Json.Nodes;
using Anef.Host.Languages;
using Anef.Host.Rehearse;
using Anef.SharedKernel.Delivery;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Live;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rehearsals;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.Seeding;
using Anef.SharedKernel.UseCases;
using Autofac;
using Autofac.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Anef.Host;

/// <summary>Folders → modules → services → decorators. The only file that knows all modules, and it knows them by their folders.</summary>
internal static class Composition
{
    /// <summary>Version that a package may ask for.</summary>
    public static Version Version { get; } = typeof(Composition).Assembly.GetName().Version!;

    /// <summary>Everything that commands, rehearsals and the served host share.</summary>
    /// <param name="builder">Of a web host or of a plain one.</param>
    /// <param name="modules">Loaded packages.</param>
    /// <param name="settings">Overrides of every prefecture's configuration, for a rehearsal.</param>
    public static void AddAnef(this IHostApplicationBuilder builder, ModuleCatalog modules, JsonObject? settings = null)
    {
        var services = builder.Services;
        services.AddSingleton(modules);
        services.AddSingleton(new EventCatalog(modules.Assemblies));
        services.AddSingleton(new JobCatalog(modules.Assemblies));
        services.AddSingleton(Prefectures(modules, settings));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(ReaderLanguage.Catalog);
        // Jobs and commands ask in nobody's name; a served host says who asks.
        services.TryAddScoped(_ => Visitor.Nobody);
        services.AddSingleton<OutboxMetrics>().AddSingleton<Positions>().AddSingleton<PumpBell>().AddSingleton<ModuleDbServices>().AddSingleton<ModuleDbCatalog>().AddSingleton<Migrator>().AddSingleton<LiveFeed>().AddSingleton<LiveSeats>();
        services.AddSingleton<IPump, EventCourier>();
        services.TryAddSingleton<IRehearsals, RehearsalsWithRules>();
        foreach (var loaded in modules.Loaded)
            loaded.Module.AddServices(services, builder.Configuration);
        Scan(services, modules.Assemblies);
        builder.ConfigureContainer(new AutofacServiceProviderFactory(), container =>
        {
            container.RegisterGeneric(typeof(Local<>)).SingleInstance();
            // Once, in the host: to decorate inside a module would wrap the others' use cases again.
            container.RegisterGenericDecorator(typeof(Logged<,>), typeof(IUseCase<,>));
            foreach (var loaded in modules.Loaded)
                container.RegisterModule(loaded.Module);
        });
    }

    private static PrefectureCatalog Prefectures(ModuleCatalog modules, JsonObject? settings) => new(
        PrefectureFiles.Load(Paths.Prefectures, settings).Select(p => p with { SetAside = modules.SetAside.GetValueOrDefault(p.Code) }).ToList());

    private static void Scan(IServiceCollection services, IReadOnlyList<Assembly> assemblies)
    {
        services.Scan(scan => scan.FromAssemblies(assemblies)
            .AddClasses(c => c.AssignableTo(typeof(IUseCase<,>)).Where(t => !t.IsGenericTypeDefinition), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime()
            .AddClasses(c => c.AssignableTo(typeof(IHandleEvent<>)), publicOnly: false).AsSelf().WithScopedLifetime()
            .AddClasses(c => c.AssignableToAny(typeof(IJob), typeof(IDailyJob)), publicOnly: false).AsSelf().WithScopedLifetime()
            .AddClasses(c => c.AssignableTo<ISeeder>(), publicOnly: false).AsImplementedInterfaces().WithSingletonLifetime()
            .AddClasses(c => c.AssignableToAny(typeof(IRehearsalVerb), typeof(IRehearsalState)), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime());
    }
}
