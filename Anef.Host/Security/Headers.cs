namespace Anef.Host.Security;

/// <summary>What every answer tells the browser to refuse.</summary>
internal static class Headers
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'self'; "
        + "frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static Task Set(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // The jobs' dashboard, which operators alone open, brings styles and scripts of its own, inline.
        if (!context.Request.Path.StartsWithSegments("/exploitation/travaux")) headers.ContentSecurityPolicy = Policy;
        return next(context);
    }
}
