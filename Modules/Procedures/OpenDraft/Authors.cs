using Anef.Procedures.Domain;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;

namespace Anef.Procedures.OpenDraft;

/// <summary>Who acts on drafts.</summary>
internal static class Authors
{
    /// <exception cref="NotFound">Not somebody of the ministry: there is nothing to see.</exception>
    public static Author ToAuthor(this Visitor visitor) =>
        visitor is { AccountId: { } account } && visitor.Is(Role.Ministry) ? new(account, visitor.Name) : throw new NotFound("ce brouillon");
}
