namespace Anef.SharedKernel.Security;

/// <summary>What somebody who has signed in may be. Written in cookies and tables by name.</summary>
public enum Role
{
    /// <summary>Asks for a permit, and sees what is theirs.</summary>
    Applicant,

    /// <summary>Instructs the files of a prefecture.</summary>
    CaseOfficer,

    /// <summary>Takes the restricted files of a prefecture: victims, people in danger.</summary>
    Referent,

    /// <summary>Leads the officers of a prefecture.</summary>
    TeamManager,

    /// <summary>Receives people at a counter or a welcome point, and files for them.</summary>
    WelcomePoint,

    /// <summary>Answers by telephone, for the whole country.</summary>
    ContactCentre,

    /// <summary>Acts for people on behalf of an organisation; which one, the organisation's own list of members says.</summary>
    Partner,

    /// <summary>Keeps the catalogue and the rules.</summary>
    Ministry,

    /// <summary>Runs the program.</summary>
    Operator,
}

/// <summary>A role, and where it is held.</summary>
/// <param name="Prefecture">Department code; null for the whole country.</param>
public sealed record RoleGrant(Role Role, string? Prefecture)
{
    /// <summary>As written in a claim: <c>CaseOfficer@38</c>, <c>Ministry</c>.</summary>
    public override string ToString() => Prefecture is null ? $"{Role}" : $"{Role}@{Prefecture}";

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is nothing of the kind.</summary>
    public static RoleGrant? Parse(string written)
    {
        var parts = written.Split('@', 2);
        return Enum.TryParse<Role>(parts[0], out var role) && Enum.IsDefined(role) ? new(role, parts.Length == 2 ? parts[1] : null) : null;
    }
}
