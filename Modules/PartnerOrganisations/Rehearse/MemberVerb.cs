using Anef.Accounts.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Rehearsals;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.Rehearse;

/// <summary><c>member</c>: somebody acts for an organisation, and may sign in.</summary>
internal sealed class MemberVerb(PartnerOrganisationsDb db, IPartnerAccounts accounts, TimeProvider clock) : IRehearsalVerb
{
    public string Name => "member";

    public IReadOnlyCollection<string> Fields => ["organisation", "name", "email", "referent"];

    public async Task Play(RehearsalStep step, CancellationToken ct)
    {
        var token = step.Text("organisation");
        var organisation = await db.Organisations.SingleOrDefaultAsync(o => o.Token == token, ct) ?? throw new RehearsalError($"« {token} » : organisation inconnue");
        db.Add(new Member
        {
            OrganisationId = organisation.Id, AccountId = await accounts.Invite(step.Text("name"), step.Text("email"), ct), Name = step.Text("name"), Email = step.Text("email"),
            Referent = step.TextOrNull("referent") == "true", Since = clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(ct);
    }
}
