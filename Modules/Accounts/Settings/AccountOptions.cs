using Anef.SharedKernel.Settings;
using Microsoft.Extensions.Configuration;

namespace Anef.Accounts.Settings;

/// <summary>Ways of signing in. Section <c>Accounts</c> of the configuration.</summary>
internal sealed class AccountOptions
{
    /// <summary>Accounts of our own, opened with a code. Open beside an issuer unless closed; without any issuer it must be asked for.</summary>
    public bool? Local { get; set; }

    /// <summary>Attempts to sign in per address and minute; 0 for no limit.</summary>
    public int SignInsPerMinute { get; set; } = 10;

    /// <summary>PKCS #12 file of the certificate that seals the keys of cookies in the database.</summary>
    public string? KeysCertificate { get; set; }

    public string? KeysPassword { get; set; }

    public IssuerOptions FranceConnect { get; set; } = new();

    public IssuerOptions ProConnect { get; set; } = new();

    public bool HasIssuer => FranceConnect.IsSet || ProConnect.IsSet;

    /// <summary>Every session goes over https: listened to here, or by a proxy before us.</summary>
    public bool OverHttps { get; private set; }

    /// <summary>Proxies whose word about the caller is believed: addresses or networks.</summary>
    public IReadOnlyList<string> Proxies { get; private set; } = [];

    public static AccountOptions Read(IConfiguration configuration)
    {
        var options = configuration.Read<AccountOptions>("Accounts");
        options.FranceConnect.Check("Accounts:FranceConnect");
        options.ProConnect.Check("Accounts:ProConnect");
        options.Proxies = Trusted.List(configuration);
        options.OverHttps = options.Proxies.Count > 0 || Trusted.ListensOverHttpsOnly(configuration);
        return options;
    }
}

/// <summary>An issuer of identities.</summary>
internal sealed class IssuerOptions
{
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>Proof key of the code exchange; some issuers refuse what they do not know.</summary>
    public bool Pkce { get; set; } = true;

    public bool IsSet => !string.IsNullOrWhiteSpace(Authority);

    /// <exception cref="SettingFault">It cannot work, or not safely.</exception>
    public void Check(string section)
    {
        if (!IsSet) return;
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
            throw new SettingFault($"{section}:Authority", $"« {Authority} » n'est pas une adresse en https.");
        if (string.IsNullOrWhiteSpace(ClientId)) throw new SettingFault($"{section}:ClientId", "l'identifiant donné par le fournisseur d'identité est attendu.");
        if (string.IsNullOrWhiteSpace(ClientSecret)) throw new SettingFault($"{section}:ClientSecret", "le secret donné par le fournisseur d'identité est attendu.");
    }
}
