using Microsoft.Extensions.Configuration;

namespace Anef.PartnerOrganisations.CheckTrust;

/// <summary>Settings <c>Partners:*</c> that decide whom a mail is believed to be from.</summary>
internal sealed class TrustOptions
{
    /// <summary>Our own address: what comes from its domain is our own mail.</summary>
    public string Address { get; set; } = "partenaires@anef.example";

    /// <summary>Names under which receiving servers of ours write what they checked (<c>authserv-id</c>). None: only signatures count.</summary>
    public IReadOnlyList<string> TrustedReceivers { get; set; } = [];

    /// <summary>How many <c>Received</c> our own servers write above what they checked, as one that hands on to another does. A sender can write whatever stands below.</summary>
    public int TrustedHops { get; set; }

    public string Domain => Address[(Address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    public static TrustOptions Read(IConfiguration configuration) => configuration.GetSection("Partners").Get<TrustOptions>() ?? new();
}
