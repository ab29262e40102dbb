using System.Net;
using System.Security.Cryptography;
using System.Text;
using Anef.SharedKernel.Rules;

namespace Anef.PartnerOrganisations.Domain;

/// <summary>By which a program of an organisation is known: from where, for what, until when.</summary>
internal sealed class ApiKey
{
    /// <summary>A key lives a year at most.</summary>
    public const int MostYears = 1;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OrganisationId { get; init; }

    /// <summary>As its makers call it.</summary>
    public required string Name { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Of the secret, which is shown once and kept nowhere. It is long and by lot: a fast hash is enough.</summary>
    public required string SecretHash { get; init; }

    /// <summary>Networks from which it is taken, as <c>192.0.2.0/24</c>; none stands for everywhere.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>Catalogue codes that its lines may name; none stands for those of the organisation.</summary>
    public IReadOnlyList<string> Procedures { get; init; } = [];

    public required string CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly Until { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public long Version { get; private set; }

    public bool HoldsOn(DateOnly day) => RevokedAt is null && day <= Until;

    public bool IsFrom(IPAddress? address)
    {
        if (Networks.Count == 0) return true;
        if (address is null) return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Networks.Any(network => IPNetwork.Parse(network).Contains(plain));
    }

    public bool Knows(string secret) => CryptographicOperations.FixedTimeEquals(Convert.FromHexString(SecretHash), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Networks as they are kept; an address alone is a network of one.</summary>
    /// <exception cref="RuleBroken">One of them is none.</exception>
    public static IReadOnlyList<string> NetworksOf(IEnumerable<string> written) => [.. written.Select(text =>
        IPNetwork.TryParse(text, out var network) ? network.ToString()
        : IPAddress.TryParse(text, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8).ToString()
        : throw new RuleBroken("partners.network", $"« {text} » n'est pas un réseau : 192.0.2.0/24, ou une adresse.")).Distinct()];
}
