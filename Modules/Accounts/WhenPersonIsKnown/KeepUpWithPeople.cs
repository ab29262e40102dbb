using Anef.Accounts.Contracts;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.Accounts.Sessions;
using Anef.Applications.Contracts;
using Anef.SharedKernel.Events;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.WhenPersonIsKnown;

/// <summary>An account opened before there was a file is linked to the person who was registered at filing, and keeps their number and name up to date.</summary>
internal sealed class KeepUpWithPeople(AccountsDb db, IApplications applications, SessionBook sessions, TimeProvider clock) : IHandleEvent<PersonOfAccount>, IHandleEvent<PersonChanged>
{
    public async Task Handle(PersonOfAccount fact, CancellationToken ct)
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == fact.AccountId, ct) is not { } account || account.PersonId == fact.PersonId) return;
        var person = await applications.Person(fact.PersonId, ct) ?? throw new InvalidOperationException($"nobody is known as {fact.PersonId}");
        account.Link(fact.PersonId, person.Identity.ForeignerNumber);
        db.Note(account.Id, JournalKind.Linked, clock.GetUtcNow());
        db.Publish(new AccountLinked(account.Id, fact.PersonId));
        await db.SaveChangesAsync(ct);
        sessions.Drop(account.Id);
    }

    public async Task Handle(PersonChanged fact, CancellationToken ct)
    {
        if (await db.OfPerson(fact.PersonId, ct) is not { } account || await applications.Person(fact.PersonId, ct) is not { } person) return;
        account.Link(fact.PersonId, person.Identity.ForeignerNumber);
        account.Rename($"{person.Identity.FirstNames} {person.Identity.Surname}");
        await db.SaveChangesAsync(ct);
        sessions.Drop(account.Id);
    }
}
