using Anef.PartnerOrganisations.Access;
using Anef.SharedKernel.Live;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anef.PartnerOrganisations.ReadBatch;

/// <summary>The result of a batch as a file, and its progress as it comes.</summary>
internal static class BatchEndpoints
{
    public static void MapBatches(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/partenaires/lots/{id:guid}/resultat.csv", async (Guid id, PartnerDoor door, IUseCase<ReadBatch.Request, BatchView> read, CancellationToken ct) =>
        {
            var view = await read.Handle(new((await door.Enter(ct)).OrganisationId, id, Take: ReadBatch.All), ct);
            return Results.File(ResultCsv.Of(view.Lines), "text/csv; charset=utf-8", $"resultat-{view.Batch.ReceivedAt:yyyy-MM-dd-HHmm}.csv");
        }).MayUse(Role.Partner);
        routes.MapGet("/partenaires/lots/{id:guid}/direct", async (Guid id, PartnerDoor door, Visitor visitor, IUseCase<ReadBatch.Request, BatchView> read, BatchFeed feed, LiveSeats seats, HttpContext http, CancellationToken ct) =>
        {
            await read.Handle(new((await door.Enter(ct)).OrganisationId, id, Take: 1), ct);
            if (seats.Take(visitor.AccountId!.Value) is not { } seat) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
            http.Response.RegisterForDispose(seat);
            return TypedResults.ServerSentEvents(feed.Changes(id, ct));
        }).MayUse(Role.Partner);
    }
}
