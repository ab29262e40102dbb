using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.Applications.Contracts;
using Anef.SharedKernel.Rehearsals;
using Anef.SharedKernel.Security;

namespace Anef.Accounts.Rehearse;

/// <summary><c>account</c>: gives a person of the rehearsal an account, or makes an agent with roles.</summary>
internal sealed class AccountVerb(AccountsDb db, IApplications applications, TimeProvider clock) : IRehearsalVerb
{
    public string Name => "account";

    public IReadOnlyCollection<string> Fields => ["person", "name", "email", "roles", "language"];

    public async Task Play(RehearsalStep step, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var account = step.TextOrNull("person") is null ? Agent(step, now) : await Applicant(step, now, ct);
        db.Add(account);
        db.Note(account.Id, JournalKind.Opened, now, "demonstration");
        await db.SaveChangesAsync(ct);
    }

    private async Task<Account> Applicant(RehearsalStep step, DateTimeOffset now, CancellationToken ct)
    {
        var id = step.Person();
        var person = await applications.Person(id, ct) ?? throw new RehearsalError($"« {step.Name} » : personne inconnue");
        var contact = await applications.Contact(id, ct);
        var account = Account.OfApplicant($"{person.Identity.FirstNames} {person.Identity.Surname}", step.TextOrNull("email") ?? contact?.Email,
            step.TextOrNull("language") ?? contact?.Language ?? "fr", null, now);
        account.Link(id, person.Identity.ForeignerNumber);
        return account;
    }

    private static Account Agent(RehearsalStep step, DateTimeOffset now)
    {
        if (step.List("roles").Count == 0) return Account.OfApplicant(step.Text("name"), step.Text("email"), step.TextOrNull("language") ?? "fr", null, now);
        var account = Account.OfAgent(step.Text("name"), step.Text("email"), now);
        foreach (var role in step.List("roles"))
            account.Grant(RoleGrant.Parse(role) ?? throw new RehearsalError($"« {step.Name} » : « {role} » n'est pas un rôle"));
        return account;
    }
}
