using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Access;

/// <summary>One way into the site: a method and a route; for a page also the name of what its form asks.</summary>
internal sealed record Door(string Method, string Route, string? Handler)
{
    public override string ToString() => $"{Method} {Route}{(Handler is null ? "" : $"?handler={Handler}")}";
}

/// <summary>Every door of a site, as its routing knows them.</summary>
internal static class Doors
{
    public static async Task<IReadOnlyList<Door>> Of(IServiceProvider services)
    {
        var doors = new List<Door>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null))
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page) doors.AddRange(await OfPage(services, page, route));
            else doors.AddRange((endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new Door(method, route, null)));
        }
        return [.. doors.Distinct().OrderBy(d => d.Route, StringComparer.Ordinal).ThenBy(d => d.Method, StringComparer.Ordinal).ThenBy(d => d.Handler, StringComparer.Ordinal)];
    }

    private static async Task<IEnumerable<Door>> OfPage(IServiceProvider services, PageActionDescriptor page, string route)
    {
        var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(page, new());
        return compiled.HandlerMethods.Select(h => new Door(h.HttpMethod.ToUpperInvariant(), route, h.Name));
    }
}
