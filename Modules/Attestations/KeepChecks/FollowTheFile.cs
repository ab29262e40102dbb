using Anef.Applications.Contracts;
using Anef.Attestations.Persistence;
using Anef.Attestations.Token;
using Anef.Attestations.Verify;
using Anef.SharedKernel.Events;
using Microsoft.EntityFrameworkCore;

namespace Anef.Attestations.KeepChecks;

/// <summary>The attestations of a request end with it: none of them had effect any more. A number checked afterwards is unknown.</summary>
internal sealed class FollowTheFile(AttestationsDb db) : IHandleEvent<FileDestroyed>, IHandleEvent<PersonForgotten>
{
    public async Task Handle(FileDestroyed fact, CancellationToken ct)
    {
        var issued = db.Attestations.Where(a => a.ApplicationId == fact.ApplicationId);
        await db.Set<Check>().Where(c => issued.Any(a => a.Id == c.AttestationId)).ExecuteDeleteAsync(ct);
        await db.Set<StatusEntry>().Where(e => issued.Any(a => a.Id == e.AttestationId)).ExecuteDeleteAsync(ct);
        await issued.ExecuteDeleteAsync(ct);
        await db.Bases.Where(b => b.ApplicationId == fact.ApplicationId && !db.Attestations.Any(a => a.BasisId == b.Id)).ExecuteDeleteAsync(ct);
    }

    public async Task Handle(PersonForgotten fact, CancellationToken ct)
    {
        await db.Set<Check>().Where(c => c.PersonId == fact.PersonId).ExecuteDeleteAsync(ct);
        await db.Coverages.Where(c => c.PersonId == fact.PersonId).ExecuteDeleteAsync(ct);
        await db.Gaps.Where(g => g.PersonId == fact.PersonId).ExecuteDeleteAsync(ct);
    }
}
