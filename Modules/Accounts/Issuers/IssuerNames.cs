namespace Anef.Accounts.Issuers;

/// <summary>Schemes of the issuers.</summary>
internal static class IssuerNames
{
    /// <summary>For applicants.</summary>
    public const string FranceConnect = "FranceConnect";

    /// <summary>For agents.</summary>
    public const string ProConnect = "ProConnect";

    /// <summary>The scheme of an address: <c>franceconnect</c>.</summary>
    public static string? Of(string path) => path switch
    {
        "franceconnect" => FranceConnect,
        "proconnect" => ProConnect,
        _ => null,
    };
}
