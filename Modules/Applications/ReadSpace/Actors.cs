namespace Anef.Applications.ReadSpace;

/// <summary>Who acts next on a request, by its status.</summary>
internal static class Actors
{
    public const string Person = "person";
    public const string Prefecture = "prefecture";
    public const string CivilStatus = "civilStatus";
    public const string Maker = "maker";
    public const string Nobody = "nobody";

    public static string Of(string status, DateOnly? cardReadyOn) => status switch
    {
        "draft" or "waitingForDocuments" => Person,
        "waitingForCivilStatus" => CivilStatus,
        "toBeChecked" or "complete" or "signed" => Prefecture,
        "granted" => cardReadyOn is null ? Maker : Person,
        _ => Nobody,
    };
}
