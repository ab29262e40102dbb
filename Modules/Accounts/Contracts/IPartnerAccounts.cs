namespace Anef.Accounts.Contracts;

/// <summary>Accounts of those who act for organisations. Whom they act for, the organisations' own list says.</summary>
public interface IPartnerAccounts
{
    /// <summary>Gives the role to the agent who has that address, or opens them an account. The same again changes nothing.</summary>
    /// <exception cref="Anef.SharedKernel.Rules.RuleBroken">The address is an applicant's.</exception>
    Task<Guid> Invite(string name, string email, CancellationToken ct);

    /// <summary>Takes the role back; it holds from the next page on.</summary>
    Task Dismiss(Guid accountId, CancellationToken ct);
}
