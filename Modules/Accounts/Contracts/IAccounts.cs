using Anef.SharedKernel.Security;

namespace Anef.Accounts.Contracts;

/// <summary>What neighbours may ask of accounts.</summary>
public interface IAccounts
{
    /// <summary>The account of a person; null when they have none.</summary>
    Task<AccountFacts?> OfPerson(Guid personId, CancellationToken ct);

    /// <summary>Agents who hold one of these roles for that prefecture itself, by name. Whoever serves the whole country is not among them.</summary>
    Task<IReadOnlyList<AccountFacts>> Agents(string prefecture, IReadOnlyList<Role> roles, CancellationToken ct);

    /// <summary>Agents who hold a role for the whole country, by name.</summary>
    Task<IReadOnlyList<AccountFacts>> OfTheCountry(Role role, CancellationToken ct);
}

/// <summary>An account as the neighbours need to know it.</summary>
public sealed record AccountFacts(Guid AccountId, string Name, string Language, Guid? PersonId, IReadOnlyList<RoleGrant> Grants)
{
    /// <summary>Where codes go; null for whoever has none.</summary>
    public string? Email { get; init; }
}
