using Anef.Applications.Contracts;

namespace Anef.Applications.RouteToSite;

/// <summary>The common way: the prefecture's seat receives everybody.</summary>
internal sealed class SeatReceives : ISiteRouting
{
    public string? SiteFor(string commune, string? postcode) => null;
}
