using Anef.Host.Health;
using Anef.Host.Jobs;
using Anef.SharedKernel.Modules;
using Hangfire;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.WebEncoders;
using OpenTelemetry.Metrics;
using Serilog;
using Serilog.Formatting.Compact;

namespace Anef.Host;

/// <summary>The served host: pages, endpoints, jobs, health, metrics.</summary>
internal static class Web
{
    public static void AddWeb(this WebApplicationBuilder builder, ModuleCatalog modules)
    {
        builder.Host.UseSerilog((context, logging) =>
        {
            logging.ReadFrom.Configuration(context.Configuration);
            if (context.HostingEnvironment.IsDevelopment()) logging.WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture);
            else logging.WriteTo.Console(new CompactJsonFormatter());
        });
        var pages = builder.Services.AddRazorPages().WithRazorPagesRoot("/");
        foreach (var assembly in modules.Loaded.SelectMany(m => m.Assemblies))
            foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly))
                pages.PartManager.ApplicationParts.Add(part);
        // Otherwise every é leaves as an entity.
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        builder.Services.AddExceptionHandler<Errors>().AddProblemDetails();
        builder.Services.AddRateLimiter(o => o.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter("Anef.*").AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddPrometheusExporter());
        builder.Services.AddHealth();
        builder.AddJobs();
    }

    public static void UseWeb(this WebApplication app, ModuleCatalog modules)
    {
        app.UseExceptionHandler();
        app.Use(SecurityHeaders);
        app.UseStaticFiles();
        app.UseRouting();
        app.UseRateLimiter();
        app.MapRazorPages();
        app.MapHealth();
        app.MapPrometheusScrapingEndpoint("/metrics");
        // Hangfire's own filter lets in requests from this machine alone.
        app.MapHangfireDashboard("/exploitation/travaux");
        foreach (var loaded in modules.Loaded)
            loaded.Module.MapEndpoints(app);
    }

    private static Task SecurityHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // The dashboard of the jobs brings styles and scripts of its own, inline.
        if (!context.Request.Path.StartsWithSegments("/exploitation/travaux"))
            headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";
        return next(context);
    }
}
