using Anef.SharedKernel.Security;

namespace Anef.Accounts.Sessions;

/// <summary>Where somebody goes once they have signed in.</summary>
internal static class Landing
{
    /// <summary>The page they wanted, if it is one of ours; otherwise their own first page.</summary>
    public static string Of(SessionAccount account, string? wanted) => IsOurs(wanted) ? wanted! : FirstPage(account.Visitor);

    /// <summary>A path of this host and nothing that a browser could take for another.</summary>
    public static bool IsOurs(string? address) =>
        address is { Length: > 0 } && address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\')) && !address.Any(char.IsControl);

    private static string FirstPage(Visitor visitor) =>
        visitor.Grants.Any(g => g.Role != Role.Applicant) ? "/agents"
        : visitor.PersonId is null ? "/compte" : "/mon-espace";
}
