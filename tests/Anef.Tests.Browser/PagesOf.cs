namespace Anef.Tests.Browser;

/// <summary>Who looks at which pages. A test compares them with the pages that the site has: none is forgotten.</summary>
internal static class PagesOf
{
    /// <summary>By name, as the demonstration knows them; nobody is the empty one.</summary>
    public static IReadOnlyDictionary<string, Sight[]> Everybody { get; } = new Dictionary<string, Sight[]>
    {
        [""] = PublicPages.All,
        ["Awa Diallo"] = ApplicantPages.Usual,
        ["Bintou Sarr"] = ApplicantPages.Newcomer,
        ["Lucas Silva"] = ApplicantPages.Asked,
        ["Karim Haddad"] = ApplicantPages.Granted,
        ["Ivan Kovač"] = ApplicantPages.Withdrawn,
        ["Sachin Rao"] = ApplicantPages.Requalified,
        ["Claire Perrin"] = AgentPages.Officer,
        ["Samira Meyer"] = AgentPages.Referent,
        ["Paul Giraud"] = AgentPages.Manager,
        ["Inès Roche"] = AgentPages.WelcomePoint,
        ["Julie Martin"] = AgentPages.ContactCentre,
        ["Marc Fontaine"] = AgentPages.Ministry,
        ["Olivier Renaud"] = AgentPages.Operator,
        ["Mona Karim"] = PartnerPages.Referent,
    };

    /// <summary>Pages that another site leads to: the tests of signing in by an issuer look at them.</summary>
    public static IReadOnlyList<string> FromElsewhere { get; } = ["/connexion/arrivee"];

    /// <summary>Pages of applicants have every language; the states that some of them see besides are looked at in one, theirs.</summary>
    public static IReadOnlyDictionary<string, string> Tongues { get; } = new Dictionary<string, string> { ["Lucas Silva"] = "fr", ["Karim Haddad"] = "ar", ["Ivan Kovač"] = "en", ["Sachin Rao"] = "fr" };

    public static bool InFrenchAlone(string who) => Everybody[who].Any(s => s.Route.StartsWith("/agents", StringComparison.Ordinal) || s.Route.StartsWith("/ministere", StringComparison.Ordinal) || s.Route.StartsWith("/exploitation", StringComparison.Ordinal) || s.Route.StartsWith("/partenaires", StringComparison.Ordinal));
}
