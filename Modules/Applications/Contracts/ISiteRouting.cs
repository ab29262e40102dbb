namespace Anef.Applications.Contracts;

/// <summary>Which site of a prefecture receives a person. A prefecture with several registers its own under its department code.</summary>
public interface ISiteRouting
{
    /// <summary>Name of the site; null when the place is unknown here and the prefecture's seat receives.</summary>
    /// <param name="commune">As the person writes it: accents, case and hyphens may be missing.</param>
    /// <param name="postcode">Asked only when the commune is not known.</param>
    string? SiteFor(string commune, string? postcode);
}
