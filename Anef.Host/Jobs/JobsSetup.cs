using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Prefectures;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;

namespace Anef.Host.Jobs;

/// <summary>Hangfire is the clock: what it starts finds its work in the database, so that its memory may be lost.</summary>
internal static class JobsSetup
{
    public static void AddJobs(this IHostApplicationBuilder builder)
    {
        var database = DatabaseOptions.Read(builder.Configuration);
        var kept = string.Equals(builder.Configuration["Jobs:Storage"], "Database", StringComparison.OrdinalIgnoreCase);
        // The host's own: Hangfire keeps one for the whole process otherwise, and a host that closes would take away another's.
        if (!kept || database.Provider == DatabaseProvider.Sqlite)
            builder.Services.AddSingleton<JobStorage>(_ => new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(6) }));
        builder.Services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            switch (kept ? database.Provider : DatabaseProvider.Sqlite)
            {
                case DatabaseProvider.SqlServer: hangfire.UseSqlServerStorage(database.ConnectionString); break;
                case DatabaseProvider.PostgreSql: hangfire.UsePostgreSqlStorage(o => o.UseNpgsqlConnection(database.ConnectionString)); break;
            }
        });
        builder.Services.AddHangfireServer(server => server.WorkerCount = Math.Max(2, Environment.ProcessorCount));
        builder.Services.AddScoped<JobRunner>().AddSingleton<CatchUp>().AddSingleton<FirstAnswers>().AddHostedService<PumpRoom>();
    }

    /// <summary>Writes the timetable and starts what was missed, behind the back of the first requests.</summary>
    public static void StartJobs(this WebApplication app)
    {
        Timetable.Write(app.Services.GetRequiredService<IRecurringJobManager>(), app.Services.GetRequiredService<JobCatalog>(), app.Services.GetRequiredService<PrefectureCatalog>());
        var started = app.Services.GetRequiredService<Health.Startup>();
        app.Lifetime.ApplicationStarted.Register(() => _ = Task.Run(async () =>
        {
            await app.Services.GetRequiredService<FirstAnswers>().Given(app.Lifetime.ApplicationStopping);
            var catchUp = app.Services.GetRequiredService<CatchUp>();
            await catchUp.RunMissed(app.Lifetime.ApplicationStopping);
            await catchUp.RunScheduled(app.Lifetime.ApplicationStopping);
            started.CaughtUpAt = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        }));
    }
}
