using System.Net;
using Anef.SharedKernel.Settings;
using Microsoft.Extensions.Configuration;

namespace Anef.Accounts.Settings;

/// <summary>Who stands between the people and this host.</summary>
internal static class Trusted
{
    public const string Setting = "Proxy:Trusted";

    /// <summary>Addresses and networks: <c>10.0.0.5</c>, <c>10.0.0.0/8</c>, separated by commas or written as a list.</summary>
    /// <exception cref="SettingFault">One of them is neither.</exception>
    public static IReadOnlyList<string> List(IConfiguration configuration)
    {
        var section = configuration.GetSection(Setting);
        var written = (section.Value?.Split(',') ?? section.GetChildren().Select(c => c.Value ?? "")).Select(p => p.Trim()).Where(p => p.Length > 0).ToList();
        foreach (var proxy in written)
            if (!IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _))
                throw new SettingFault(Setting, $"« {proxy} » n'est ni une adresse ni un réseau (10.0.0.5, 10.0.0.0/8).");
        return written;
    }

    public static bool ListensOverHttpsOnly(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"] ?? "").ToList();
        // Kestrel's own endpoints stand in for the addresses.
        var addresses = endpoints.Count > 0 ? endpoints : [.. (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        return addresses.Count > 0 && addresses.TrueForAll(a => a.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
    }
}
