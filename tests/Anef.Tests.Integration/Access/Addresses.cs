namespace Anef.Tests.Integration.Access;

/// <summary>What stands in the braces of a route.</summary>
internal static class Addresses
{
    private static readonly Dictionary<string, Func<Target, string>> Blanks = new()
    {
        ["/attestations/{number}.pdf"] = t => $"/attestations/{t.Attestation}.pdf",
        ["/attestations/{number}.svg"] = t => $"/attestations/{t.Attestation}.svg",
        ["/api/verifications/{number}"] = t => $"/api/verifications/{t.Attestation}",
        ["/verifier/{number}"] = t => $"/verifier/{t.Attestation}",
        ["/agents/dossiers/{number}"] = t => $"/agents/dossiers/{t.Number}",
        ["/agents/dossiers/{number}/documents/{code}/{version:int}"] = t => $"/agents/dossiers/{t.Number}/documents/{t.Code}/1",
        ["/agents/accueil/{number}"] = t => $"/agents/accueil/{t.Number}?ne=1990-01-01",
        ["/prefecture/pages/{prefecture}/{code}"] = t => $"/prefecture/pages/{(t.Name == "elsewhere" ? "93" : World.Here)}/CJF",
        ["/demandes/{number}"] = t => $"/demandes/{t.Number}",
        ["/demandes/{number}/documents"] = t => $"/demandes/{t.Number}/documents",
        ["/demandes/{number}/documents/{file:guid}"] = t => $"/demandes/{t.Number}/documents/{t.Document}",
        ["/demandes/{number}/historique"] = t => $"/demandes/{t.Number}/historique",
        ["/demandes/{number}/modifier"] = t => $"/demandes/{t.Number}/modifier",
        ["/demandes/{number}/retirer"] = t => $"/demandes/{t.Number}/retirer",
        ["/deposer/{draft:guid}/confirmation"] = t => $"/deposer/{t.Draft}/confirmation",
        ["/deposer/{draft:guid}/coordonnees"] = t => $"/deposer/{t.Draft}/coordonnees",
        ["/deposer/{draft:guid}/documents"] = t => $"/deposer/{t.Draft}/documents",
        ["/deposer/{draft:guid}/identite"] = t => $"/deposer/{t.Draft}/identite",
        ["/deposer/{draft:guid}/prefecture"] = t => $"/deposer/{t.Draft}/prefecture",
        ["/deposer/{draft:guid}/situation"] = t => $"/deposer/{t.Draft}/situation",
        ["/deposer/{draft:guid}/verifier"] = t => $"/deposer/{t.Draft}/verifier",
        ["/mon-espace/messages/{id:guid}"] = t => $"/mon-espace/messages/{t.Message}",
        ["/agents/lots/{id:guid}"] = t => t.Run,
        ["/agents/mandats/{id:guid}/fichier"] = t => $"/agents/mandats/{t.Proposal}/fichier",
        ["/agents/partenaires/{reference}"] = t => $"/agents/partenaires/{t.Case}",
        ["/api/partner/batches/{id:guid}"] = t => $"/api/partner/batches/{t.Batch}",
        ["/api/partner/batches/{id:guid}/events"] = t => $"/api/partner/batches/{t.Batch}/events",
        ["/api/partner/batches/{id:guid}/lines"] = t => $"/api/partner/batches/{t.Batch}/lines",
        ["/agents/partenaires/{reference}/pieces"] = t => $"/agents/partenaires/{t.Case}/pieces?nom=mandat.pdf",
        ["/exploitation/partenaires/{id:guid}"] = t => $"/exploitation/partenaires/{t.Organisation}",
        ["/exploitation/partenaires/quarantaine/{id:guid}"] = t => $"/exploitation/partenaires/quarantaine/{t.Doubtful}",
        ["/partenaires/lots/{id:guid}"] = t => $"/partenaires/lots/{t.Batch}",
        ["/partenaires/lots/{id:guid}/direct"] = t => $"/partenaires/lots/{t.Batch}/direct",
        ["/partenaires/lots/{id:guid}/resultat.csv"] = t => $"/partenaires/lots/{t.Batch}/resultat.csv",
        ["/partenaires/mandats/code/{id:guid}"] = t => $"/partenaires/mandats/code/{t.MandateCode}",
        ["/partenaires/situations/{reference}"] = t => $"/partenaires/situations/{t.Case}",
        ["/televersements/{id:guid}"] = t => t.Upload,
    };

    private static readonly Dictionary<string, string> Same = new()
    {
        ["/demarches/{code}/{prefecture?}"] = "/demarches/CJF/38",
        ["/api/procedures/{code}"] = "/api/procedures/CJF",
        ["/api/prefectures/{prefecture}/procedures/{code}"] = "/api/prefectures/38/procedures/CJF",
        ["/embed/demarches/{code}/{prefecture}"] = "/embed/demarches/CJF/38",
        ["/ministere/regles/{family}"] = "/ministere/regles/fees",
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
        if (Blanks.TryGetValue(door.Route, out var blank)) return world.Names.Select(name => ((string?)name, Ask(blank(world.Of(name)))));
        if (door.Route == "/ministere/regles/brouillons/{id:guid}") return [(null, Ask(world.RuleDraft))];
        if (Same.TryGetValue(door.Route, out var same)) return [(null, Ask(same))];
        if (door.Route.Contains('{', StringComparison.Ordinal)) throw new KeyNotFoundException($"Say in {nameof(Addresses)} what the braces of {door.Route} stand for.");
        return [(null, Ask(door.Route))];

        string Ask(string path) => door.Handler is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={door.Handler}";
    }
}
