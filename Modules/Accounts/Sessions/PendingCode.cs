using System.Security.Cryptography;
using System.Text.Json;
using Anef.Accounts.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Anef.Accounts.Sessions;

/// <summary>Which code this browser was promised: kept in a sealed cookie, so that a code opens nothing in another browser.</summary>
internal sealed class PendingCode(IHttpContextAccessor http, IDataProtectionProvider keys, AccountOptions settings)
{
    private readonly ITimeLimitedDataProtector _protector = keys.CreateProtector("Anef.Accounts.PendingCode").ToTimeLimitedDataProtector();
    private readonly CookieBuilder _cookie = Cookie(settings);

    /// <param name="Back">The page wanted, if any.</param>
    public sealed record Promise(Guid Code, string? Back);

    public void Promised(Guid code, string? back)
    {
        var sealedPromise = _protector.Protect(JsonSerializer.Serialize(new Promise(code, Landing.IsOurs(back) ? back : null)), TimeSpan.FromMinutes(30));
        http.HttpContext!.Response.Cookies.Append(_cookie.Name!, sealedPromise, _cookie.Build(http.HttpContext));
    }

    public Promise? Read()
    {
        if (http.HttpContext!.Request.Cookies[_cookie.Name!] is not { } written) return null;
        try { return JsonSerializer.Deserialize<Promise>(_protector.Unprotect(written)); }
        catch (CryptographicException) { return null; }
    }

    public void Forget() => http.HttpContext!.Response.Cookies.Delete(_cookie.Name!, _cookie.Build(http.HttpContext));

    private static CookieBuilder Cookie(AccountOptions settings)
    {
        var cookie = new CookieBuilder();
        SessionCookies.Describe(cookie, settings, "anef-code");
        return cookie;
    }
}
