using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.SharedKernel.Web;

/// <summary>A page with a form: after a refusal it is shown again with what was typed and what is wrong.</summary>
public interface IShowAgain
{
    /// <summary>Loads what the page shows beside the form.</summary>
    Task ShowAgain(CancellationToken ct);
}

/// <summary>Turns a refusal of a posted form into words on the page that it came from: status 409, the form kept.</summary>
public sealed class RefusalsOnThePage : IAsyncPageFilter
{
    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null && HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            // Nothing was asked for that this page does: it would be shown without what it shows.
            context.Result = new StatusCodeResult(StatusCodes.Status404NotFound);
            return;
        }
        var executed = await next();
        if (executed is not { Exception: RuleBroken refusal, ExceptionHandled: false } || context.HandlerInstance is not (PageModel page and IShowAgain again)) return;
        var say = context.HttpContext.RequestServices.GetRequiredService<Say>();
        page.ModelState.AddModelError("", say.Find($"refusal.{refusal.Code}") ?? refusal.Message);
        page.Response.StatusCode = StatusCodes.Status409Conflict;
        await again.ShowAgain(context.HttpContext.RequestAborted);
        (executed.Result, executed.ExceptionHandled) = (page.Page(), true);
    }
}
