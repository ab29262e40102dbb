namespace Anef.Applications.Domain;

/// <summary>How values are written in facts and in rehearsals.</summary>
internal static class Names
{
    /// <summary><c>InTime</c> → <c>inTime</c>.</summary>
    public static string Camel(this Enum value)
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>« L.423-1 » and « L423-1 » are one article.</summary>
    public static string Article(string written) => written.Trim().Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
}
