using Anef.SharedKernel.Security;

namespace Anef.Applications.Access;

/// <summary>How much of a file is to be seen.</summary>
internal enum Sight
{
    /// <summary>Where it stands, its dates, the names of its documents, its attestations: what is told at a counter or by telephone.</summary>
    Status,

    /// <summary>All of it, the contents of documents too; and acting upon it.</summary>
    Everything,
}

/// <summary>What the rules of access need to know of a file.</summary>
/// <param name="Named">Accounts that may open it, for a restricted file; nobody: all referents of its prefecture.</param>
internal sealed record FileFacts(Guid PersonId, string Prefecture, string? OfferedTo, bool Draft, bool Restricted, IReadOnlyCollection<Guid> Named);

/// <summary>Who may open which file.</summary>
internal static class FileRules
{
    /// <summary>Those who instruct.</summary>
    public static readonly Role[] Officers = [Role.CaseOfficer, Role.Referent, Role.TeamManager];

    /// <summary>The role in which somebody may open a file; null when they may not.</summary>
    public static Role? RoleFor(Visitor visitor, FileFacts file, Sight sight)
    {
        if (!visitor.IsKnown) return null;
        if (visitor.PersonId == file.PersonId) return Role.Applicant;
        if (file.Draft) return null;
        if (Officers.Where(role => Serves(visitor, file, role) && MayOpen(visitor, file, role)).Cast<Role?>().FirstOrDefault() is { } officer) return officer;
        if (sight != Sight.Status || file.Restricted) return null;
        return Serves(visitor, file, Role.WelcomePoint) ? Role.WelcomePoint : Serves(visitor, file, Role.ContactCentre) ? Role.ContactCentre : null;
    }

    private static bool MayOpen(Visitor visitor, FileFacts file, Role role) =>
        !file.Restricted || file.Named.Contains(visitor.AccountId!.Value) || (role == Role.Referent && file.Named.Count == 0);

    private static bool Serves(Visitor visitor, FileFacts file, Role role) =>
        visitor.Serves(file.Prefecture, role) || (file.OfferedTo is { } offered && visitor.Serves(offered, role));
}
