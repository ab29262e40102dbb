namespace Anef.Accounts.Issuers;

/// <summary>How one of the State's issuers wants to be spoken to.</summary>
/// <param name="Path">Its part in our addresses.</param>
/// <param name="Levels">Levels of assurance, of which the first is asked for and any is accepted; empty when none is spoken of.</param>
internal sealed record IssuerProfile(string Scheme, string Path, IReadOnlyList<string> Scopes, IReadOnlyList<string> Levels)
{
    public static IssuerProfile FranceConnect { get; } = new(IssuerNames.FranceConnect, "franceconnect",
        ["openid", "given_name", "family_name", "birthdate", "gender", "birthplace", "email"], ["eidas1", "eidas2", "eidas3"]);

    public static IssuerProfile ProConnect { get; } = new(IssuerNames.ProConnect, "proconnect",
        ["openid", "given_name", "usual_name", "email", "siret", "uid"], []);
}
