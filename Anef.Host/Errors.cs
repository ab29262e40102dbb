using Anef.SharedKernel.Rules;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Anef.Host;

/// <summary>From what went wrong to what is answered: JSON for programs, a page for people. Never a stack trace.</summary>
internal sealed class Errors(ILogger<Errors> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, code, words) = exception switch
        {
            RuleBroken broken => (StatusCodes.Status409Conflict, broken.Code, broken.Message),
            NotFound missing => (StatusCodes.Status404NotFound, "not-found", missing.Message),
            BadHttpRequestException bad => (bad.StatusCode, "bad-request", "La demande est mal formée."),
            _ => (StatusCodes.Status500InternalServerError, "unexpected", "Une erreur est survenue ; rien n'a été perdu. Réessayez, puis donnez ce numéro au centre de contact."),
        };
        if (status == StatusCodes.Status500InternalServerError)
            log.LogError(exception, "Unexpected, {Trace}", httpContext.TraceIdentifier);
        httpContext.Response.StatusCode = status;
        if (httpContext.Request.Path.StartsWithSegments("/api"))
            await httpContext.Response.WriteAsJsonAsync(new ProblemDetails { Status = status, Type = code, Title = words, Extensions = { ["trace"] = httpContext.TraceIdentifier } }, cancellationToken);
        else
            await Pages.Write(httpContext, words);
        return true;
    }

    private static class Pages
    {
        public static async Task Write(HttpContext context, string words)
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync($"""
                <!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Anef</title><link rel="stylesheet" href="/anef.css"></head>
                <body><main><h1>{(context.Response.StatusCode == 404 ? "Page introuvable" : "Ce n'est pas possible")}</h1>
                <p>{System.Net.WebUtility.HtmlEncode(words)}</p><p>Numéro de suivi : <code>{context.TraceIdentifier}</code></p><p><a href="/">Retour à l'accueil</a></p></main></body></html>
                """);
        }
    }
}
