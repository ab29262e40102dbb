using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Anef.PartnerOrganisations.ReadBatch;
using Anef.PartnerOrganisations.ReadMail;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Foreseen = Anef.PartnerOrganisations.ForeseeMail.ForeseeMail.Foreseen;
using Taken = Anef.PartnerOrganisations.TakeMail.TakeMail.Taken;

namespace Anef.PartnerOrganisations.ServePrograms;

/// <summary>What a program of an organisation can ask: the same as a member on the pages.</summary>
internal static class BatchesApi
{
    public const string Root = "/api/partner/batches";
    private const int MostLines = 1000;

    public static void MapPrograms(this IEndpointRouteBuilder routes)
    {
        routes.MapTokens();
        routes.MapGet("/api/partner/openapi.json", () => Results.Stream(typeof(BatchesApi).Assembly.GetManifestResourceStream("openapi.json")!, "application/json; charset=utf-8")).OpenToAll();
        // Who may is not said by a session's roles but by a token, which each asks for itself.
        routes.MapPost(Root, Send).OpenToAll().DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(SendFiles.FilesMessage.MostBytes + 1_000_000));
        routes.MapGet(Root + "/{id:guid}", Read).OpenToAll();
        routes.MapGet(Root + "/{id:guid}/lines", Lines).OpenToAll();
        routes.MapGet(Root + "/{id:guid}/events", Events).OpenToAll();
    }

    private static async Task<IResult> Send(HttpContext http, KeyDoor door, SentFiles sent, SafeReader reader, IUseCase<ForeseeMail.ForeseeMail.Request, Foreseen> foresee, IUseCase<TakeMail.TakeMail.Request, Taken> take, CancellationToken ct, bool dryRun = false)
    {
        if (await door.Enter(http, ct) is not { } program) return Closed(http);
        var (message, fault) = await sent.Read(http.Request, program, ct);
        if (message is null) return Refused(fault!);
        if (program.Key.Procedures.Count > 0)
        {
            var beyond = reader.Read(message).Lines.FirstOrDefault(l => l.Procedure?.Trim() is { Length: > 0 } code && !program.Key.Procedures.Contains(code, StringComparer.OrdinalIgnoreCase));
            if (beyond is not null) return Refused($"Ligne {beyond.Number} : cette clé ne permet pas la démarche « {beyond.Procedure} ».");
        }
        if (dryRun)
        {
            var foreseen = await foresee.Handle(new(message, program.Organisation.Id), ct);
            return Results.Ok(new ForeseenShape(foreseen.Fault, [.. foreseen.Lines.Select(LineShape.Of)]));
        }
        var taken = await take.Handle(new(message, "api", program.Organisation.Id, program.Key.Name), ct);
        return taken.Batch is { } batch ? Results.Accepted($"{Root}/{batch}", new TakenShape(batch, taken.Again)) : Refused("Cet envoi n'a pas été accepté.");
    }

    private static async Task<IResult> Read(Guid id, HttpContext http, KeyDoor door, IUseCase<ReadBatch.ReadBatch.Request, BatchView> read, CancellationToken ct) =>
        await door.Enter(http, ct) is { } program ? Results.Ok(BatchShape.Of((await read.Handle(new(program.Organisation.Id, id, Take: 0), ct)).Batch)) : Closed(http);

    private static async Task<IResult> Lines(Guid id, HttpContext http, KeyDoor door, IUseCase<ReadBatch.ReadBatch.Request, BatchView> read, CancellationToken ct, int after = 0, int take = 500)
    {
        if (await door.Enter(http, ct) is not { } program) return Closed(http);
        var size = Math.Clamp(take, 1, MostLines);
        var view = await read.Handle(new(program.Organisation.Id, id, after, size), ct);
        return Results.Ok(new LinesShape([.. view.Lines.Select(LineShape.Of)], view.Lines.Count == size ? view.Lines[^1].Number : null));
    }

    private static async Task<IResult> Events(Guid id, HttpContext http, KeyDoor door, IUseCase<ReadBatch.ReadBatch.Request, BatchView> read, BatchFeed feed, CancellationToken ct)
    {
        if (await door.Enter(http, ct) is not { } program) return Closed(http);
        await read.Handle(new(program.Organisation.Id, id, Take: 1), ct);
        return TypedResults.ServerSentEvents(Settled(program.Organisation.Id, id, read, feed, ct));
    }

    /// <summary>Each line once it has its outcome, then how the batch stands.</summary>
    private static async IAsyncEnumerable<SseItem<object>> Settled(Guid organisation, Guid id, IUseCase<ReadBatch.ReadBatch.Request, BatchView> read, BatchFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        var told = new HashSet<int>();
        await foreach (var _ in feed.Changes(id, ct))
        {
            var view = await read.Handle(new(organisation, id, Take: ReadBatch.ReadBatch.All), ct);
            foreach (var line in view.Lines.Where(l => l.Status is not null && told.Add(l.Number))) yield return new(LineShape.Of(line), "line");
            yield return new(BatchShape.Of(view.Batch), view.IsOver ? "done" : "progress");
        }
    }

    private static IResult Closed(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem("Demandez un jeton avec votre clé à /api/partner/token, ou vérifiez qu'elle vaut encore et depuis cette adresse.", title: "Il faut un jeton valable.", statusCode: StatusCodes.Status401Unauthorized, type: "unauthorized");
    }

    private static IResult Refused(string words) => Results.Problem(words, title: "Cet envoi ne peut pas être pris.", statusCode: StatusCodes.Status400BadRequest, type: "bad-request");
}
