using Anef.Host.Health;
using Anef.Host.Information;
using Anef.Host.Jobs;
using Anef.Host.Languages;
using Anef.Host.Security;
using Anef.Host.Shared;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.Settings;
using Anef.SharedKernel.Web;
using Hangfire;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.WebEncoders;
using OpenTelemetry.Metrics;
using Serilog;
using Serilog.Formatting.Compact;

namespace Anef.Host;

/// <summary>The served host: pages, endpoints, jobs, health, metrics.</summary>
internal static class Web
{
    /// <param name="logging">Where logs go instead of the console.</param>
    public static void AddWeb(this WebApplicationBuilder builder, ModuleCatalog modules, Action<ILoggingBuilder>? logging = null)
    {
        if (logging is null) builder.Host.UseSerilog(Log);
        else logging(builder.Logging);
        builder.AddPages(modules);
        builder.Services.AddExceptionHandler<Errors>().AddProblemDetails();
        builder.Services.AddAccess();
        builder.AddLimits();
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter("Anef.*").AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddPrometheusExporter());
        builder.Services.AddHealth();
        builder.AddJobs();
        builder.AddInformation();
    }

    public static void UseWeb(this WebApplication app, ModuleCatalog modules)
    {
        app.UseExceptionHandler();
        app.Use(Headers.Set);
        app.Use(Metrics.ForThoseWhoMayRead);
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets(Path.Combine(Paths.Program, "Anef.Host.staticwebassets.endpoints.json")).OpenToAll();
        app.MapRazorPages();
        app.MapHealth();
        app.MapLanguages();
        app.MapInformation();
        app.MapFirstPage();
        app.MapPrometheusScrapingEndpoint(Metrics.Path).OpenToAll();
        app.MapHangfireDashboard("/exploitation/travaux", new DashboardOptions { Authorization = [], AppPath = "/" }).MayUse(Role.Operator);
        foreach (var loaded in modules.Loaded)
            loaded.Module.MapEndpoints(app);
        // An address that is nobody's is not found, rather than closed.
        app.MapFallback(() => Results.NotFound()).OpenToAll();
    }

    private static void Log(HostBuilderContext context, LoggerConfiguration logging)
    {
        logging.ReadFrom.Configuration(context.Configuration);
        if (context.HostingEnvironment.IsDevelopment()) logging.WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        else logging.WriteTo.Console(new CompactJsonFormatter());
    }

    private static void AddPages(this WebApplicationBuilder builder, ModuleCatalog modules)
    {
        var pages = builder.Services.AddRazorPages().WithRazorPagesRoot("/");
        foreach (var assembly in modules.Loaded.SelectMany(m => m.Assemblies))
            foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly))
                pages.PartManager.ApplicationParts.Add(part);
        builder.Services.Configure<MvcOptions>(o => o.Filters.Add<RefusalsOnThePage>());
        builder.Services.AddAntiforgery(o => (o.Cookie.Name, o.Cookie.SameSite, o.Cookie.SecurePolicy) = ("formulaire", SameSiteMode.Strict, CookieSecurePolicy.SameAsRequest));
        // Otherwise every é leaves as an entity.
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        builder.Services.AddSingleton(builder.Configuration.Read<FrameOptions>("Anef"));
        builder.Services.AddLanguages();
    }
}
