using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Rules;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Anef.Host;

/// <summary>From what went wrong to what is answered: JSON for programs, a page for people. Never a stack trace.</summary>
internal sealed class Errors(ILogger<Errors> log) : IExceptionHandler
{
    /// <summary>Under this name the page of errors finds what a refusal said.</summary>
    public const string Words = "anef.error";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, code, words) = exception switch
        {
            RuleBroken broken => (StatusCodes.Status409Conflict, broken.Code, (string?)broken.Message),
            NotFound missing => (StatusCodes.Status404NotFound, "not-found", missing.Message),
            AntiforgeryValidationException => (StatusCodes.Status400BadRequest, "expired", null),
            BadHttpRequestException bad => (bad.StatusCode, "bad-request", "La demande est mal formée."),
            OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested => (499, "gone", null),
            _ => (StatusCodes.Status500InternalServerError, "unexpected", "Une erreur est survenue ; rien n'a été perdu. Réessayez, puis donnez ce numéro au centre de contact."),
        };
        if (status == StatusCodes.Status500InternalServerError)
            log.LogError(exception, "Unexpected, {Trace}", httpContext.TraceIdentifier);
        httpContext.Response.StatusCode = status;
        if (exception is RuleBroken refusal) httpContext.Items[Words] = httpContext.RequestServices.GetService<Say>()?.Find($"refusal.{refusal.Code}") ?? refusal.Message;
        // For people the page of errors, which the status calls for, says the rest.
        if (httpContext.Request.Path.StartsWithSegments("/api"))
            await httpContext.Response.WriteAsJsonAsync(new ProblemDetails { Status = status, Type = code, Title = words, Extensions = { ["trace"] = httpContext.TraceIdentifier } }, cancellationToken);
        return true;
    }
}
