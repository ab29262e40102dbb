using System.Text.RegularExpressions;
using Anef.PartnerOrganisations.ReadMail;

namespace Anef.PartnerOrganisations.ProcessBatch;

/// <summary>What is asked for elsewhere: it is said at once, and nobody waits.</summary>
internal static partial class Scope
{
    /// <returns>Code of why; null for what belongs here.</returns>
    public static string? Outside(ReadLine line)
    {
        if (line.Kind is not ("demande" or "question" or "inconnu")) return null;
        var words = $"{line.Procedure} {line.Text}";
        return Asylum().IsMatch(words) ? "asylum" : Nationality().IsMatch(words) ? "nationality" : null;
    }

    [GeneratedRegex(@"\bdemande d['’ ]asile\b|^\s*asile\b|\bdemandeuse?r? d['’ ]asile\b|\bGUDA\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asylum();

    [GeneratedRegex(@"\bnaturalisation\b|\bnationalit[ée] française\b|^\s*NAT\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nationality();
}
