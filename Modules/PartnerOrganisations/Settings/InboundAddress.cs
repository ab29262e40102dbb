using Microsoft.Extensions.Configuration;

namespace Anef.PartnerOrganisations.Settings;

/// <summary>The address to which organisations write; with a token it is that of one of them.</summary>
internal sealed class InboundAddress(IConfiguration configuration)
{
    private readonly string _address = configuration["Partners:Address"] is { Length: > 0 } set ? set : "partenaires@anef.example";

    public string Of(string token) => _address.LastIndexOf('@') is var at and > 0 ? $"{_address[..at]}+{token}{_address[at..]}" : _address;
}
