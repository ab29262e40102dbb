using System.Globalization;
using Anef.Attestations.Settings;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Anef.Attestations.StatusList;

internal static class StatusListEndpoints
{
    private const string MediaType = "application/statuslist+jwt";

    public static void MapStatusLists(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/status/{list:int}", async (int list, IUseCase<PublishStatusList.Request, string?> publish, DocumentOptions options, HttpResponse response, CancellationToken ct) =>
        {
            if (await publish.Handle(new(list), ct) is not { } signed) return Results.NotFound();
            var seconds = (options.StatusListMinutes * 60).ToString(CultureInfo.InvariantCulture);
            response.Headers[HeaderNames.CacheControl] = $"public, max-age={seconds}";
            // Checks are also made from web pages of others.
            response.Headers[HeaderNames.AccessControlAllowOrigin] = "*";
            return Results.Text(signed, MediaType);
        }).OpenToAll();
}
