using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using Anef.Accounts.Issuers;
using Anef.Accounts.Sessions;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Anef.Accounts.ArriveFromIssuer;

[OpenToAll, EnableRateLimiting(SignInLimit.Name), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ArrivePage(IUseCase<ArriveFromIssuer.Request, Guid?> arrive, IUseCase<LinkIdentity.Request, Guid> link, SessionStart session, Say say) : PageModel, IShowAgain
{
    [BindProperty, MaxLength(40, ErrorMessage = "account.tooLong")]
    public string? ForeignerNumber { get; set; }

    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>Who came; null once they are in, or when nobody came.</summary>
    public IssuedIdentity? Identity { get; private set; }

    public bool UnknownAgent => Identity?.Scheme == IssuerNames.ProConnect;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await Read() is not { } arrival) return Redirect("/connexion");
        if (await arrive.Handle(new(arrival.Identity), ct) is { } account) return await Enter(account, arrival, ct);
        Identity = arrival.Identity;
        if (!UnknownAgent) return Page();
        await HttpContext.SignOutAsync(SessionCookies.External);
        Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status403Forbidden;
        return Page();
    }

    /// <summary>They have a file, and say which.</summary>
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(ForeignerNumber)) ModelState.AddModelError(nameof(ForeignerNumber), "account.numberMissing");
        return await Link(ForeignerNumber, ct);
    }

    /// <summary>They have none yet.</summary>
    public Task<IActionResult> OnPostFirstAsync(CancellationToken ct) => Link(null, ct);

    public async Task ShowAgain(CancellationToken ct) => Identity = (await Read())?.Identity;

    private async Task<IActionResult> Link(string? number, CancellationToken ct)
    {
        if (await Read() is not { Identity.Scheme: IssuerNames.FranceConnect } arrival) return Redirect("/connexion");
        Identity = arrival.Identity;
        if (!ModelState.IsValid) return Page();
        return await Enter(await link.Handle(new(arrival.Identity, number, say.Language.Code), ct), arrival, ct);
    }

    private async Task<IActionResult> Enter(Guid accountId, Arrival arrival, CancellationToken ct)
    {
        var account = await session.Begin(accountId, arrival.Identity.Scheme, arrival.IdToken, ct);
        await HttpContext.SignOutAsync(SessionCookies.External);
        return LocalRedirect(Landing.Of(account, Back));
    }

    private async Task<Arrival?> Read()
    {
        var external = await HttpContext.AuthenticateAsync(SessionCookies.External);
        if (external is not { Succeeded: true, Principal: { } said, Properties: { } properties } || properties.GetString(UserInfo.SchemeItem) is not { } scheme) return null;
        var identity = new IssuedIdentity(scheme, said.FindFirstValue("iss") ?? "", said.FindFirstValue("sub") ?? "",
            said.FindFirstValue("given_name") ?? "", said.FindFirstValue("family_name") ?? said.FindFirstValue("usual_name") ?? "",
            DateOnly.TryParseExact(said.FindFirstValue("birthdate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) ? born : null, said.FindFirstValue("email"));
        return identity is { Issuer.Length: > 0, Subject.Length: > 0 } ? new(identity, properties.GetString(UserInfo.IdTokenItem)) : null;
    }

    private sealed record Arrival(IssuedIdentity Identity, string? IdToken);
}
