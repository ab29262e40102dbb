using System.CommandLine;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Accounts.Invite;

/// <summary><c>invite</c>: the first agents, whom no agent could invite.</summary>
internal static class InviteCommand
{
    public static Command Make(RunInHouse run)
    {
        var email = new Argument<string>("email") { Description = "adresse professionnelle, celle que ProConnect connaît" };
        var name = new Argument<string>("name") { Description = "prénom et nom" };
        var role = new Argument<string>("role") { Description = "Ministry, Operator, ContactCentre, TeamManager@38 …" };
        var command = new Command("invite", "invite un agent et lui donne un rôle") { email, name, role };
        command.SetAction((parsed, ct) => run((services, token) => Invite(services, parsed.GetValue(email)!, parsed.GetValue(name)!, parsed.GetValue(role)!, token), ct));
        return command;
    }

    private static async Task<int> Invite(IServiceProvider services, string email, string name, string role, CancellationToken ct)
    {
        if (RoleGrant.Parse(role) is not { Role: not Role.Applicant } grant)
        {
            await Console.Error.WriteLineAsync($"« {role} » n'est pas un rôle d'agent : {string.Join(", ", Enum.GetNames<Role>().Skip(1))}, suivi de @ et du département quand il se tient dans une préfecture.");
            return 1;
        }
        var db = services.GetRequiredService<AccountsDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var account = await db.ByEmail(email, ct);
        if (account is { IsAgent: false })
        {
            await Console.Error.WriteLineAsync($"{email} est l'adresse d'un compte d'usager.");
            return 1;
        }
        if (account is null) db.Add(account = Account.OfAgent(name, email, now));
        account.Grant(grant);
        db.Note(account.Id, JournalKind.RoleGranted, now, grant.ToString());
        await db.SaveChangesAsync(ct);
        Console.WriteLine($"{account.Name} <{account.Email}> : {string.Join(", ", account.Grants)}");
        return 0;
    }
}
