using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;

namespace Anef.Accounts.LeadTeam;

/// <summary>Who may give which role: a manager those of their own prefecture, the ministry any; nobody to themselves.</summary>
internal sealed class TeamRights(Visitor visitor, PrefectureCatalog prefectures)
{
    private static readonly Role[] OfAPrefecture = [Role.CaseOfficer, Role.Referent, Role.TeamManager, Role.WelcomePoint];
    private static readonly Role[] OfTheCountry = [Role.ContactCentre, Role.Ministry, Role.Operator];
    private static readonly Role[] FromAManager = [Role.CaseOfficer, Role.Referent, Role.WelcomePoint];

    public (Guid Id, string Name) By => (visitor.AccountId!.Value, visitor.Name);

    /// <summary>The roles that this visitor can give.</summary>
    public IReadOnlyList<Role> Roles => visitor.Is(Role.Ministry) ? [.. OfAPrefecture, .. OfTheCountry] : FromAManager;

    /// <summary>The prefectures that they can give them for.</summary>
    public IReadOnlyList<string> Prefectures => visitor.Is(Role.Ministry) ? [.. prefectures.All.Select(p => p.Code).Order(StringComparer.Ordinal)] : visitor.Prefectures(Role.TeamManager) ?? [];

    public bool MaySee(string? prefecture) => visitor.Is(Role.Ministry) || (prefecture is not null && visitor.Serves(prefecture, Role.TeamManager));

    /// <exception cref="RuleBroken">It is not theirs to give or to take.</exception>
    public void Check(RoleGrant grant, Guid? account)
    {
        if (account == visitor.AccountId) throw new RuleBroken("accounts.own-role", "Personne ne change ses propres rôles : demandez-le à un autre responsable.");
        if (OfAPrefecture.Contains(grant.Role) != grant.Prefecture is not null || grant.Role == Role.Applicant)
            throw new RuleBroken("accounts.role-place", "Ce rôle se donne pour une préfecture, ou pour tout le pays : vérifiez la préfecture choisie.");
        if (grant.Prefecture is { } code) prefectures.Of(code);
        if (!Roles.Contains(grant.Role) || !MaySee(grant.Prefecture))
            throw new RuleBroken("accounts.role-not-yours", "Ce rôle n'est pas le vôtre à donner : adressez-vous au ministère.");
    }
}
