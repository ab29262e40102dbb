namespace Anef.Feedback.Domain;

/// <summary>The steps that an opinion may be about, and what may go wrong: as they stand in addresses and in the files of languages.</summary>
internal static class Steps
{
    /// <summary>Of an opinion that names no step.</summary>
    public const string Service = "service";

    public static IReadOnlyList<string> All { get; } = ["guide", "fiche", "depot", "pieces", "suivi", "changement", "attestation", "verification", "compte", "messages", "guichet", "aide", Service];

    public static IReadOnlyList<string> Troubles { get; } = ["words", "find", "documents", "situation", "technical", "delay", "language", "accessibility"];

    /// <summary>An unknown name is the service as a whole: a link written long ago still works.</summary>
    public static string Of(string? name) => name is not null && All.Contains(name) ? name : Service;
}
