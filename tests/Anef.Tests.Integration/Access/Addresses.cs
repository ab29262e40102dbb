namespace Anef.Tests.Integration.Access;

/// <summary>What stands in the braces of a route.</summary>
internal static class Addresses
{
    private static readonly Dictionary<string, Func<Target, string>> Blanks = new()
    {
        ["/attestations/{number}.pdf"] = t => $"/attestations/{t.Attestation}.pdf",
        ["/api/verifications/{number}"] = t => $"/api/verifications/{t.Attestation}",
        ["/verifier/{number}"] = t => $"/verifier/{t.Attestation}",
        ["/agents/dossiers/{number}"] = t => $"/agents/dossiers/{t.Number}",
        ["/agents/dossiers/{number}/documents/{code}/{version:int}"] = t => $"/agents/dossiers/{t.Number}/documents/MARI/1",
        ["/agents/accueil/{number}"] = t => $"/agents/accueil/{t.Number}?ne=1990-01-01",
        ["/prefecture/pages/{prefecture}/{code}"] = t => $"/prefecture/pages/{(t.Name == "elsewhere" ? "93" : World.Here)}/CJF",
        ["/demandes/{number}"] = t => $"/demandes/{t.Number}",
    };

    private static readonly Dictionary<string, string> Same = new()
    {
        ["/agents/lots/{id:guid}"] = $"/agents/lots/{Guid.Empty}",
        ["/demarches/{code}/{prefecture?}"] = "/demarches/CJF/38",
        ["/api/procedures/{code}"] = "/api/procedures/CJF",
        ["/api/prefectures/{prefecture}/procedures/{code}"] = "/api/prefectures/38/procedures/CJF",
        ["/embed/demarches/{code}/{prefecture}"] = "/embed/demarches/CJF/38",
        ["/ministere/regles/{family}"] = "/ministere/regles/fees",
        ["/ministere/regles/brouillons/{id:guid}"] = $"/ministere/regles/brouillons/{Guid.Empty}",
        ["/erreur/{status:int}"] = "/erreur/404",
        ["/langue/{code}"] = "/langue/fr",
        ["/status/{list:int}"] = "/status/1",
        ["/traductions/{words}"] = "/traductions/complete",
        ["/{**path}"] = "/nulle-part",
        ["/{*path:nonfile}"] = "/nulle-part",
        ["/exploitation/travaux/{**path}"] = "/exploitation/travaux",
    };

    /// <summary>The address of a door for each target, or for none in particular.</summary>
    /// <exception cref="KeyNotFoundException">Nobody said what the braces of this route stand for.</exception>
    public static IEnumerable<(string? Target, string Path)> Of(Door door, World world)
    {
        var query = door.Handler is null ? "" : $"?handler={door.Handler}";
        if (Blanks.TryGetValue(door.Route, out var blank)) return world.Names.Select(name => ((string?)name, blank(world.Of(name)) + query));
        if (Same.TryGetValue(door.Route, out var same)) return [(null, same + query)];
        if (door.Route.Contains('{', StringComparison.Ordinal)) throw new KeyNotFoundException($"Say in {nameof(Addresses)} what the braces of {door.Route} stand for.");
        return [(null, door.Route + query)];
    }
}
