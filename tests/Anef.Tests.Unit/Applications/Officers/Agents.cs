using Anef.SharedKernel.Security;

namespace Anef.Tests.Unit.Applications.Officers;

/// <summary>People who work on files.</summary>
internal static class Agents
{
    public static Visitor Officer(string prefecture = "75", string name = "Léa Martin") => Agent(name, new RoleGrant(Role.CaseOfficer, prefecture));

    public static Visitor Referent(string prefecture = "75", string name = "Inès Roy") => Agent(name, new RoleGrant(Role.Referent, prefecture));

    public static Visitor Agent(string name, params RoleGrant[] grants) => new(Guid.CreateVersion7(), name, null, grants);

    public static Visitor Applicant(Guid person) => new(Guid.CreateVersion7(), "Awa Diallo", person, [new RoleGrant(Role.Applicant, null)]);
}
