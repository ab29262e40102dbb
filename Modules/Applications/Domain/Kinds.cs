namespace Anef.Applications.Domain;

/// <summary>Kinds of request that the rules of this module speak of; the catalogue holds them all.</summary>
internal static class Kinds
{
    public const string First = "first";
    public const string Renewal = "renewal";
    public const string ChangeOfStatus = "change_status";
    public const string ChangeOfGround = "change_ground";
    public const string Declaration = "declaration";
    public const string Duplicate = "duplicate";
    public const string Employer = "employer";

    /// <summary>Whether such a request asks for a residence permit: it then renews or replaces the one held.</summary>
    /// <remarks>Travel documents and work authorisations stand beside the permit; a duplicate is the same permit again.</remarks>
    public static bool AsksForPermit(string kind, string title) =>
        kind is not (Declaration or Duplicate or Employer) && title is not ("none" or "same" or "TVE" or "DCEM" or "AT");
}
