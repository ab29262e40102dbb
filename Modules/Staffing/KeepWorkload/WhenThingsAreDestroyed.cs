using Anef.Applications.Contracts;
using Anef.SharedKernel.Events;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.KeepWorkload;

/// <summary>What is destroyed elsewhere is not listed here any more. What was counted stays counted, of nobody.</summary>
internal sealed class WhenThingsAreDestroyed(StaffingDb db) : IHandleEvent<FileDestroyed>, IHandleEvent<PersonForgotten>
{
    public async Task Handle(FileDestroyed fact, CancellationToken ct) => await db.Files.Where(f => f.Id == fact.ApplicationId).ExecuteDeleteAsync(ct);

    public async Task Handle(PersonForgotten fact, CancellationToken ct)
    {
        await db.Files.Where(f => f.PersonId == fact.PersonId).ExecuteDeleteAsync(ct);
        await db.Permits.Where(p => p.PersonId == fact.PersonId).ExecuteDeleteAsync(ct);
    }
}
