namespace Anef.Benchmarks;

/// <summary>An empty ASP.NET Core host that answers one request.</summary>
internal static class EmptyHost
{
    public static int Run(string url)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", () => "ok");
        app.Run(url);
        return 0;
    }
}
