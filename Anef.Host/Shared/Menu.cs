using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;

namespace Anef.Host.Shared;

/// <summary>The main menu: what this visitor has to do here.</summary>
internal static class Menu
{
    private static readonly Role[] Agents = [Role.CaseOfficer, Role.Referent, Role.TeamManager, Role.WelcomePoint, Role.ContactCentre, Role.Partner, Role.Ministry, Role.Operator];

    private static readonly (string Words, string Address, Role[] For)[] AgentMenu =
    [
        ("À faire", "/agents/travail", [Role.CaseOfficer, Role.Referent, Role.TeamManager]),
        ("Dossiers", "/agents/dossiers", [Role.CaseOfficer, Role.Referent, Role.TeamManager]),
        ("Accueil", "/agents/accueil", [Role.WelcomePoint, Role.CaseOfficer]),
        ("Comptes des usagers", "/accueil/comptes", [Role.WelcomePoint, Role.CaseOfficer]),
        ("Contact", "/agents/contact", [Role.ContactCentre]),
        ("Rectifications", "/agents/rectifications", [Role.CaseOfficer, Role.Referent, Role.TeamManager]),
        ("Gels", "/agents/conservation", [Role.Referent, Role.TeamManager]),
        ("Équipe", "/agents/equipe", [Role.TeamManager]),
        ("Consultations", "/agents/consultations", [Role.TeamManager]),
        ("Charge", "/agents/charge", [Role.TeamManager]),
        ("Pages de la préfecture", "/prefecture/pages", [Role.TeamManager]),
        ("Situations des partenaires", "/agents/partenaires", [Role.CaseOfficer, Role.Referent, Role.TeamManager]),
        ("Mandats", "/agents/mandats", [Role.CaseOfficer, Role.Referent, Role.TeamManager]),
        ("Personnes suivies", "/partenaires", [Role.Partner]),
        ("Envois", "/partenaires/lots", [Role.Partner]),
        ("Situations", "/partenaires/situations", [Role.Partner]),
        ("Mandats", "/partenaires/mandats", [Role.Partner]),
        ("Règles", "/ministere/regles", [Role.Ministry]),
        ("Rapports", "/agents/rapports", [Role.CaseOfficer, Role.Referent, Role.TeamManager, Role.Ministry]),
        ("Plan d'effectifs", "/agents/plan", [Role.TeamManager, Role.Ministry]),
        ("Ordre des dossiers", "/ministere/ordre", [Role.Ministry]),
        ("Retours", "/retours", [Role.Ministry, Role.TeamManager]),
        ("Partenaires", "/exploitation/partenaires", [Role.Ministry, Role.Operator]),
        ("Quarantaine", "/exploitation/partenaires/quarantaine", [Role.Operator]),
        ("Messages", "/exploitation/messages", [Role.Operator]),
        ("Destructions", "/exploitation/destructions", [Role.Operator, Role.Ministry]),
        ("Travaux", "/exploitation/travaux", [Role.Operator]),
        ("Démarches", "/demarches", Agents),
    ];

    /// <summary>The first page of those who work here is the first that their menu has.</summary>
    public static void MapFirstPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/agents", (Visitor visitor, Say say) => Results.LocalRedirect(Of(visitor, say).First().Address)).MayUse(Agents);

    public static bool IsForAgents(Visitor visitor) => Agents.Any(visitor.Is);

    public static IEnumerable<(string Words, string Address)> Of(Visitor visitor, Say say)
    {
        if (IsForAgents(visitor)) return AgentMenu.Where(entry => entry.For.Any(visitor.Is)).Select(entry => (entry.Words, entry.Address));
        (string, string)[] open = [(say["frame.guide"], "/quelle-demarche"), (say["frame.procedures"], "/demarches"), (say["frame.verify"], "/verifier")];
        return visitor.IsKnown ? [(say["frame.space"], "/mon-espace"), (say["frame.messages"], "/mon-espace/messages"), .. open] : open;
    }

    public static bool IsHere(PathString path, string address) => path.Equals(address, StringComparison.OrdinalIgnoreCase);
}
