using System.Text.RegularExpressions;

namespace Anef.Applications.Domain;

/// <summary>Who comes first, and whose file few may open.</summary>
internal static partial class Victims
{
    /// <summary>Trafficking, procuring, violence: art. L.425-1 to -8, R.425-*, L.423-18, L.423-5.</summary>
    /// <remarks>L.425-9 and -10, of the sick, share the chapter and not the danger: their letters must go on leaving.</remarks>
    public static bool Protects(string procedure, string ground) => procedure is "OP" or "TRA" || Ground().IsMatch(ground);

    [GeneratedRegex(@"^(L425-[1-8]|R425-\d+|L423-18|L423-5)$")]
    private static partial Regex Ground();
}

/// <summary>Order in which files are taken, before any other measure of urgency.</summary>
internal enum Priority
{
    /// <summary>Victims: target of five working days [D].</summary>
    P0,

    /// <summary>Beneficiaries of international protection.</summary>
    P1,

    /// <summary>All others.</summary>
    P2,
}
