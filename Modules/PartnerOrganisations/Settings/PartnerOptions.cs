using Anef.SharedKernel.Settings;
using Microsoft.Extensions.Configuration;

namespace Anef.PartnerOrganisations.Settings;

/// <summary>Where organisations write to. Section <c>Partners</c> of the configuration.</summary>
internal sealed class PartnerOptions
{
    /// <summary>Each organisation has its own: <c>partenaires+{token}@…</c>.</summary>
    public string Address { get; set; } = "partenaires@anef.example";

    /// <summary>Name beside it in what is sent.</summary>
    public string Name { get; set; } = "Anef : organismes partenaires";

    /// <summary>Largest mail that is taken, in bytes.</summary>
    public int MaxMailBytes { get; set; } = 25_000_000;

    /// <summary>The address of a token.</summary>
    public string AddressOf(string token) => Address.LastIndexOf('@') is var at ? $"{Address[..at]}+{token}{Address[at..]}" : "";

    /// <summary>The token in an address that is one of ours; null when it has none.</summary>
    public string? TokenIn(string address)
    {
        var at = Address.LastIndexOf('@');
        var written = address.Trim().ToLowerInvariant();
        var (before, after) = ($"{Address[..at]}+".ToLowerInvariant(), Address[at..].ToLowerInvariant());
        return written.StartsWith(before, StringComparison.Ordinal) && written.EndsWith(after, StringComparison.Ordinal) && written.Length > before.Length + after.Length
            ? written[before.Length..^after.Length] : null;
    }

    /// <exception cref="SettingFault">It cannot work.</exception>
    public static PartnerOptions Read(IConfiguration configuration)
    {
        var options = configuration.Read<PartnerOptions>("Partners");
        if (options.Address.LastIndexOf('@') <= 0) throw new SettingFault("Partners:Address", "une adresse électronique est attendue : partenaires@exemple.fr.");
        return options;
    }
}
