using System.Globalization;
using System.Text;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Applications.UploadDocument;

/// <summary>The tus 1.0 protocol: creation, offset, the rest from there, expiry. Its own header on every request keeps other sites out.</summary>
internal static class UploadEndpoints
{
    private const string Version = "1.0.0";
    private const string Address = "/televersements";
    private static readonly Role[] Senders = [Role.Applicant, .. ReadDraft.DraftDoor.Helpers];

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.MapGroup(Address);
        uploads.MapMethods("", [HttpMethods.Options], Capabilities).MayUse(Senders);
        uploads.MapPost("", Create).MayUse(Senders);
        uploads.MapMethods("{id:guid}", [HttpMethods.Head], Offset).MayUse(Senders);
        uploads.MapPatch("{id:guid}", Append).MayUse(Senders);
    }

    private static IResult Capabilities(HttpContext http)
    {
        var headers = Answer(http);
        headers["Tus-Version"] = Version;
        headers["Tus-Extension"] = "creation,expiration";
        return Results.NoContent();
    }

    private static Task<IResult> Create(HttpContext http, IUseCase<CreateUpload.Request, Domain.Upload> create, CancellationToken ct) => Speak(http, async () =>
    {
        if (!long.TryParse(http.Request.Headers["Upload-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length)) return Results.BadRequest();
        var said = Metadata(http.Request.Headers["Upload-Metadata"].ToString());
        Guid? draft = Guid.TryParse(said.GetValueOrDefault("draft"), out var id) ? id : null;
        var upload = await create.Handle(new(length, said.GetValueOrDefault("filename", ""), draft, said.GetValueOrDefault("document")), ct);
        var headers = Answer(http);
        headers["Upload-Offset"] = "0";
        headers["Upload-Expires"] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
        return Results.Created($"{Address}/{upload.Id}", null);
    });

    private static Task<IResult> Offset(Guid id, HttpContext http, IUseCase<FindUpload.Request, FindUpload.Found> find, CancellationToken ct) => Speak(http, async () =>
    {
        var (upload, offset) = await find.Handle(new(id), ct);
        var headers = Answer(http);
        headers.CacheControl = "no-store";
        headers["Upload-Offset"] = offset.ToString(CultureInfo.InvariantCulture);
        headers["Upload-Length"] = upload.Length.ToString(CultureInfo.InvariantCulture);
        headers["Upload-Expires"] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
        return Results.Ok();
    });

    private static Task<IResult> Append(Guid id, HttpContext http, IUseCase<AppendUpload.Request, AppendUpload.Appended> append, CancellationToken ct) => Speak(http, async () =>
    {
        if (http.Request.ContentType != "application/offset+octet-stream") return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (!long.TryParse(http.Request.Headers["Upload-Offset"], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)) return Results.BadRequest();
        var appended = await append.Handle(new(id, offset, http.Request.Body), ct);
        var headers = Answer(http);
        headers["Upload-Offset"] = appended.Offset.ToString(CultureInfo.InvariantCulture);
        if (appended.Complete) headers["Anef-Check"] = appended.Checked ? "done" : "waiting";
        return Results.NoContent();
    });

    /// <summary>Refusals in words, for whoever watches the progress.</summary>
    private static async Task<IResult> Speak(HttpContext http, Func<Task<IResult>> work)
    {
        if (http.Request.Headers["Tus-Resumable"] != Version)
        {
            http.Response.Headers["Tus-Version"] = Version;
            return Results.StatusCode(StatusCodes.Status412PreconditionFailed);
        }
        try
        {
            return await work();
        }
        catch (IOException) when (!http.RequestAborted.IsCancellationRequested)
        {
            Answer(http);
            return Results.StatusCode(StatusCodes.Status423Locked); // another connection has not yet seen that it was lost
        }
        catch (NotFound)
        {
            Answer(http);
            return Results.NotFound();
        }
        catch (RuleBroken refusal)
        {
            Answer(http);
            var words = http.RequestServices.GetService<Say>()?.Find($"refusal.{refusal.Code}") ?? refusal.Message;
            return Results.Json(new { code = refusal.Code, words }, statusCode: refusal.Code switch
            {
                "applications.document-too-large" => StatusCodes.Status413PayloadTooLarge,
                "applications.upload-offset" => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status422UnprocessableEntity,
            });
        }
    }

    private static IHeaderDictionary Answer(HttpContext http)
    {
        http.Response.Headers["Tus-Resumable"] = Version;
        return http.Response.Headers;
    }

    /// <summary><c>key base64,key base64</c>; what is not of that form is left out.</summary>
    private static Dictionary<string, string> Metadata(string written)
    {
        var said = new Dictionary<string, string>();
        foreach (var pair in written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(' ', 2);
            var bytes = new byte[pair.Length];
            if (parts.Length == 2 && Convert.TryFromBase64String(parts[1], bytes, out var count)) said[parts[0]] = Encoding.UTF8.GetString(bytes, 0, count);
        }
        return said;
    }
}
