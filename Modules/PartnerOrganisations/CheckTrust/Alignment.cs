namespace Anef.PartnerOrganisations.CheckTrust;

/// <summary>Whether a domain that signed speaks for a sender's.</summary>
internal static class Alignment
{
    /// <summary>The same, or one above or below the other; never a domain of one label, which nobody owns alone.</summary>
    public static bool Holds(string signing, string sender)
    {
        var (d, from) = (signing.Trim().TrimEnd('.').ToLowerInvariant(), sender.Trim().TrimEnd('.').ToLowerInvariant());
        if (!d.Contains('.', StringComparison.Ordinal) || !from.Contains('.', StringComparison.Ordinal)) return false;
        return d == from || from.EndsWith($".{d}", StringComparison.Ordinal) || d.EndsWith($".{from}", StringComparison.Ordinal);
    }
}
