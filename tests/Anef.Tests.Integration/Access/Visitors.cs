using Anef.SharedKernel.Security;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Access;

/// <summary>Everybody who may knock: each role where the files are, and those who have none.</summary>
internal static class Visitors
{
    public static IReadOnlyList<(string Name, Visitor? Visitor)> Of(World world) =>
    [
        ("nobody", null),
        ("applicant", TestAccess.Applicant(world.Of("own").Person, world.Account)),
        ("newcomer", TestAccess.Applicant(null)),
        ("officer", TestAccess.Agent(Role.CaseOfficer, World.Here, world.Officer)),
        ("referent", TestAccess.Agent(Role.Referent, World.Here)),
        ("manager", TestAccess.Agent(Role.TeamManager, World.Here)),
        ("welcome", TestAccess.Agent(Role.WelcomePoint, World.Here)),
        ("contact", TestAccess.Agent(Role.ContactCentre)),
        ("partner", world.Partner),
        ("ministry", TestAccess.Agent(Role.Ministry)),
        ("operator", TestAccess.Agent(Role.Operator)),
    ];
}
