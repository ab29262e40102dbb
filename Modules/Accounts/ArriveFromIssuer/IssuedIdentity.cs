namespace Anef.Accounts.ArriveFromIssuer;

/// <summary>What an issuer says of somebody.</summary>
/// <param name="Scheme"><c>FranceConnect</c> or <c>ProConnect</c>.</param>
/// <param name="Issuer">As its tokens name it.</param>
internal sealed record IssuedIdentity(string Scheme, string Issuer, string Subject, string GivenName, string FamilyName, DateOnly? Born, string? Email)
{
    public string Name => $"{GivenName} {FamilyName}".Trim();
}
