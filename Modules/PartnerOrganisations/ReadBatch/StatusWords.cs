using Anef.PartnerOrganisations.Domain;

namespace Anef.PartnerOrganisations.ReadBatch;

/// <summary>How a status is said and shown.</summary>
internal static class StatusWords
{
    public static string Of(LineStatus? status) => status switch
    {
        null => "en attente",
        LineStatus.Received => "reçue",
        LineStatus.Identified => "identifiée",
        LineStatus.NeedsInformation => "à compléter",
        LineStatus.RefusedNoMandate => "refusée, sans mandat",
        LineStatus.Routed => "confiée à la préfecture",
        _ => "répondue",
    };

    public static string? Badge(LineStatus? status) => status switch
    {
        LineStatus.Answered or LineStatus.Identified => "success",
        LineStatus.NeedsInformation => "warning",
        LineStatus.RefusedNoMandate => "error",
        null => null,
        _ => "info",
    };

    public static string Of(string channel) => channel switch { "mail" => "courriel", "web" => "ce site", _ => "programme" };

    public static string Of(BatchState state) => state switch { BatchState.Received => "en cours de lecture", BatchState.Read => "en cours de traitement", _ => "traité" };
}
