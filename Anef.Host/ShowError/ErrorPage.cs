using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Host.ShowError;

/// <summary>What a person sees when something could not be answered: what it is, what to do next, and a number to give.</summary>
[OpenToAll, IgnoreAntiforgeryToken, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorPage : PageModel
{
    public string Title { get; private set; } = "";

    public string? Words { get; private set; }

    /// <remarks>Whatever the request was that could not be answered.</remarks>
    public void OnGet(int status) => (Title, Words) = (status, HttpContext.Items[Errors.Words] as string) switch
    {
        (_, { } words) => ("error.impossible", words),
        (400, _) => ("error.expired", null),
        (401 or 403, _) => ("error.forbidden", null),
        (404 or 405, _) => ("error.notFound", null),
        (429, _) => ("error.tooMany", null),
        _ => ("error.unexpected", null),
    };

    public void OnPost(int status) => OnGet(status);
}
