using Anef.Attestations.Contracts;

namespace Anef.Applications.ReadSpace;

/// <summary>The look of a status; its words say the same.</summary>
internal static class Badges
{
    public static string? Of(string status) => status switch
    {
        "waitingForDocuments" => "warning",
        "granted" or "handedOver" => "success",
        "refused" => "error",
        "draft" => "new",
        "toBeChecked" or "complete" or "signed" or "waitingForCivilStatus" => "info",
        _ => null,
    };
}

/// <summary>Names as keys of words write them.</summary>
internal static class Codes
{
    public static string Of(AttestationKind kind)
    {
        var name = $"{kind}";
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
