using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Anef.Procedures.ReadProcedure;

/// <summary>ETag, Last-Modified and 304, so that a site which shows our blocks asks often and loads seldom.</summary>
internal static class Freshness
{
    // Another build may write the same facts otherwise.
    private static readonly string Build = typeof(Freshness).Module.ModuleVersionId.ToString("N");

    /// <summary>Says how old the answer is; true when the reader has it already, and 304 is the answer.</summary>
    /// <param name="http">Request and answer.</param>
    /// <param name="content">Everything that the answer says.</param>
    /// <param name="changedAt">When that last changed.</param>
    public static bool Unchanged(HttpContext http, string content, DateTimeOffset changedAt)
    {
        var tag = new EntityTagHeaderValue($"\"{Domain.Stamps.Of(Build + content)}\"");
        var at = DateTimeOffset.FromUnixTimeSeconds(changedAt.ToUnixTimeSeconds());
        var answer = http.Response.GetTypedHeaders();
        (answer.ETag, answer.LastModified) = (tag, at);
        answer.CacheControl = new() { NoCache = true };
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        var asked = http.Request.GetTypedHeaders();
        // A tag says more than a date, and goes before it.
        return asked.IfNoneMatch is { Count: > 0 } tags
            ? tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false))
            : asked.IfModifiedSince is { } since && since >= at;
    }

    /// <summary>The tag of bytes.</summary>
    public static bool Unchanged(HttpContext http, byte[] content, DateTimeOffset changedAt) => Unchanged(http, Encoding.UTF8.GetString(content), changedAt);
}
