using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ReadDraft;

/// <summary>Who may open a draft: whoever began it, the person it is for, and, when it was begun at a counter, those who help people there.</summary>
/// <remarks>What somebody writes alone is theirs until they file it. Of people in danger only referents know.</remarks>
internal sealed class DraftDoor(ApplicationsDb db, Visitor visitor)
{
    public static readonly Role[] Helpers = [Role.WelcomePoint, Role.CaseOfficer, Role.TeamManager, Role.Referent];

    public Visitor Visitor => visitor;

    public bool IsHelper => Array.Exists(Helpers, visitor.Is);

    /// <exception cref="NotFound">There is none, or not for them.</exception>
    public async Task<FilingDraft> Open(Guid id, CancellationToken ct) =>
        await db.Drafts.SingleOrDefaultAsync(d => d.Id == id, ct) is { } draft && await May(draft, ct) ? draft : throw new NotFound("ce brouillon");

    /// <summary>The person for whom somebody at a counter may file.</summary>
    /// <exception cref="NotFound">Nobody, or not for them.</exception>
    public async Task<Person> Helped(Guid person, CancellationToken ct) =>
        await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == person, ct) is { } found && await Serves(found.Id, found.Prefecture, ct) ? found : throw new NotFound("cette personne");

    private async Task<bool> May(FilingDraft draft, CancellationToken ct)
    {
        if (visitor.AccountId is not { } account) return false;
        if (draft.Account == account || (draft.PersonId is not null && draft.PersonId == visitor.PersonId)) return true;
        if (draft.PersonId is not { } person || draft.Assistance is null || !IsHelper) return false;
        var prefecture = await db.People.Where(p => p.Id == person).Select(p => p.Prefecture).SingleOrDefaultAsync(ct) ?? "";
        return Victims.Protects(draft.Procedure, draft.Ground ?? "") ? visitor.Serves(prefecture, Role.Referent) : await Serves(person, prefecture, ct);
    }

    private async Task<bool> Serves(Guid person, string prefecture, CancellationToken ct) =>
        visitor.Serves(prefecture, Helpers) && (visitor.Serves(prefecture, Role.Referent) || !await db.Applications.AnyAsync(a => a.PersonId == person && a.Restricted, ct));
}
