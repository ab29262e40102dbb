using Anef.Applications.Domain;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Security;

namespace Anef.Applications.BulkActs;

/// <summary>The acts that can be done to many files at once, and which files each leaves alone.</summary>
internal static class BulkRules
{
    public static readonly IReadOnlyDictionary<string, string> Acts = new Dictionary<string, string>
    {
        ["ask"] = "Demander les mêmes documents",
        ["confirm"] = "Confirmer la complétude",
        ["grant"] = "Accorder les renouvellements simples",
        ["notify"] = "Notifier les décisions signées",
        ["card-ready"] = "Carte prête",
        ["accept"] = "Accepter les transferts",
    };

    /// <summary>Why this act leaves the file alone; null when it does not.</summary>
    public static string? WhyNot(string act, PermitApplication file, Visitor by) => act switch
    {
        "accept" => file.OfferedTo is { } to && by.Serves(to, Access.FileRules.Officers) ? null : "il n'est pas proposé à votre préfecture",
        "card-ready" => file.Status != "granted" ? "aucune décision favorable n'est notifiée" : file.CardReadyOn is not null ? "la carte est déjà prête" : null,
        _ when !file.Undecided => "il n'est plus en cours",
        "notify" => file.Decision is null ? "aucune décision n'est signée" : null,
        "confirm" => file.CompleteSince is null ? "une pièce indispensable manque" : file.ConfirmedOn is not null ? "sa complétude est déjà confirmée" : null,
        "grant" => WhyNotGrant(file),
        _ => null,
    };

    /// <summary>What makes a renewal simple [D]: everything else is looked at by somebody, one by one.</summary>
    private static string? WhyNotGrant(PermitApplication file) => file switch
    {
        { Kind: not Kinds.Renewal } => "ce n'est pas un renouvellement",
        { Restricted: true } => "son accès est restreint",
        { ConfirmedOn: null } => "sa complétude n'est pas confirmée",
        { Timeliness: Timeliness.Late } => "il a été déposé hors délai",
        { Decision: not null } => "une décision est déjà signée",
        { CommissionSeizedOn: not null } => "la commission est saisie",
        { WithdrawalEffectiveOn: not null } => "un désistement est en cours",
        { OfferedTo: not null } => "il est proposé à une autre préfecture",
        { AwaitsCivilStatus: true } => "l'état civil définitif est attendu",
        _ when file.Requests.Any(r => r.MetOn is null) => "des documents demandés sont attendus",
        _ => null,
    };
}
