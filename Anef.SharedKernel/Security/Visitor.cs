using System.Security.Claims;

namespace Anef.SharedKernel.Security;

/// <summary>Who is asking, as the session says. Nobody in particular for the public pages, jobs and commands.</summary>
/// <param name="AccountId">The account; null when nobody has signed in.</param>
/// <param name="Name">As shown to others who read the log of readings.</param>
/// <param name="PersonId">The person whose file it is, for an applicant who has one.</param>
/// <param name="Grants">Roles, with their prefectures.</param>
public sealed record Visitor(Guid? AccountId, string Name, Guid? PersonId, IReadOnlyList<RoleGrant> Grants)
{
    /// <summary>Nobody has signed in.</summary>
    public static Visitor Nobody { get; } = new(null, "", null, []);

    /// <summary>Whether somebody has signed in.</summary>
    public bool IsKnown => AccountId is not null;

    /// <summary>Whether the role is held somewhere.</summary>
    public bool Is(Role role) => Grants.Any(g => g.Role == role);

    /// <summary>Whether one of these roles is held for that prefecture.</summary>
    public bool Serves(string prefecture, params ReadOnlySpan<Role> roles)
    {
        foreach (var grant in Grants)
            if ((grant.Prefecture is null || grant.Prefecture == prefecture) && roles.Contains(grant.Role)) return true;
        return false;
    }

    /// <summary>The prefectures for which one of these roles is held; null when it is the whole country.</summary>
    public IReadOnlyList<string>? Prefectures(params Role[] roles)
    {
        var grants = Grants.Where(g => roles.Contains(g.Role)).ToList();
        return grants.Any(g => g.Prefecture is null) ? null : [.. grants.Select(g => g.Prefecture!).Distinct()];
    }

    /// <summary>As the cookie says it.</summary>
    public static Visitor Of(ClaimsPrincipal? session)
    {
        if (session?.Identity is not { IsAuthenticated: true } || !Guid.TryParse(session.FindFirstValue(ClaimNames.Account), out var account)) return Nobody;
        return new(account, session.FindFirstValue(ClaimNames.Name) ?? "",
            Guid.TryParse(session.FindFirstValue(ClaimNames.Person), out var person) ? person : null,
            [.. session.FindAll(ClaimNames.Grant).Select(c => RoleGrant.Parse(c.Value)).OfType<RoleGrant>()]);
    }

    /// <summary>As a cookie keeps it.</summary>
    /// <param name="stamp">Changes when the account signs out everywhere: earlier sessions are then over.</param>
    /// <param name="language">BCP 47.</param>
    /// <exception cref="InvalidOperationException">Nobody has signed in.</exception>
    public ClaimsPrincipal ToSession(string stamp, string language)
    {
        var account = AccountId ?? throw new InvalidOperationException("nobody has signed in");
        var claims = new List<Claim> { new(ClaimNames.Account, account.ToString()), new(ClaimNames.Name, Name), new(ClaimNames.Stamp, stamp), new(ClaimNames.Language, language) };
        if (PersonId is { } person) claims.Add(new(ClaimNames.Person, person.ToString()));
        claims.AddRange(Grants.Select(g => new Claim(ClaimNames.Grant, g.ToString())));
        return new(new ClaimsIdentity(claims, "Anef", ClaimNames.Name, ClaimNames.Grant));
    }
}

/// <summary>What a session is made of.</summary>
public static class ClaimNames
{
    /// <summary>Id of the account.</summary>
    public const string Account = "anef:account";

    /// <summary>Name shown.</summary>
    public const string Name = "anef:name";

    /// <summary>Id of the person.</summary>
    public const string Person = "anef:person";

    /// <summary>One role.</summary>
    public const string Grant = "anef:grant";

    /// <summary>The account's stamp when it signed in.</summary>
    public const string Stamp = "anef:stamp";

    /// <summary>Language of the account.</summary>
    public const string Language = "anef:language";
}
