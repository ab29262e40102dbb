using Anef.Applications.Domain;

namespace Anef.Applications.ReadDraft;

/// <summary>The addresses of a draft's pages.</summary>
internal static class DraftAddress
{
    public const string Start = "/deposer";

    public static string Of(Guid draft, string step) => $"{Start}/{draft}/{Word(step)}";

    public static string Confirmation(Guid draft) => $"{Start}/{draft}/confirmation";

    private static string Word(string step) => step switch
    {
        DraftSteps.Identity => "identite",
        DraftSteps.Contact => "coordonnees",
        DraftSteps.Place => "prefecture",
        DraftSteps.Check => "verifier",
        _ => step,
    };
}
