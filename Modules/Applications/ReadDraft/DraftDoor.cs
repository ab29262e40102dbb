using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ReadDraft;

/// <summary>Who may open a draft: whoever began it, the person it is for, and those who help people where the person lives.</summary>
internal sealed class DraftDoor(ApplicationsDb db, Visitor visitor)
{
    public static readonly Role[] Helpers = [Role.WelcomePoint, Role.CaseOfficer, Role.TeamManager, Role.Referent];

    public Visitor Visitor => visitor;

    public bool IsHelper => Array.Exists(Helpers, visitor.Is);

    /// <exception cref="NotFound">There is none, or not for them.</exception>
    public async Task<FilingDraft> Open(Guid id, CancellationToken ct) =>
        await db.Drafts.SingleOrDefaultAsync(d => d.Id == id, ct) is { } draft && await May(draft, ct) ? draft : throw new NotFound("ce brouillon");

    /// <summary>The person for whom somebody at a counter may file.</summary>
    public async Task<Person> Helped(Guid person, CancellationToken ct) =>
        await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == person, ct) is { } found && visitor.Serves(found.Prefecture, Helpers) ? found : throw new NotFound("cette personne");

    private async Task<bool> May(FilingDraft draft, CancellationToken ct)
    {
        if (visitor.AccountId is not { } account) return false;
        if (draft.Account == account || (draft.PersonId is not null && draft.PersonId == visitor.PersonId)) return true;
        if (draft.PersonId is not { } person || !IsHelper) return false;
        var prefecture = await db.People.Where(p => p.Id == person).Select(p => p.Prefecture).SingleOrDefaultAsync(ct) ?? "";
        return Victims.Protects(draft.Procedure, draft.Ground ?? "") ? visitor.Serves(prefecture, Role.Referent) : visitor.Serves(prefecture, Helpers);
    }
}
