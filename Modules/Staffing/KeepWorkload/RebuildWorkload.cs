using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Contracts;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.KeepWorkload;

/// <summary>Makes the read model anew from the modules, person by person. What is Staffing's own (whose file it is, tasks, capacities) stays.</summary>
internal sealed class RebuildWorkload(StaffingDb db, WorkloadBook book, PartnerBook partners, DeskBook desk, IApplications applications, IPartnerCases cases)
{
    private const int AtOnce = 200;

    /// <param name="told">Hears how many people are done.</param>
    public async Task<int> Run(Action<int> told, CancellationToken ct)
    {
        var holders = await db.Files.AsNoTracking().Where(f => f.AssignedTo != null).Select(f => new { f.Id, f.AssignedTo, f.AssignedAt }).ToListAsync(ct);
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await db.Files.ExecuteDeleteAsync(ct);
            await db.Stays.ExecuteDeleteAsync(ct);
            await db.Attestations.ExecuteDeleteAsync(ct);
            await db.Gaps.ExecuteDeleteAsync(ct);
            await db.Permits.ExecuteDeleteAsync(ct);
            await db.PartnerDeadlines.ExecuteDeleteAsync(ct);
            await transaction.CommitAsync(ct);
        }
        var done = await People(told, ct);
        var last = Guid.Empty;
        while (await cases.After(last, AtOnce, ct) is { Count: > 0 } page)
        {
            foreach (var situation in page) await partners.Put(situation, ct);
            db.ChangeTracker.Clear();
            last = page[^1].CaseId;
        }
        await desk.Rebuild(ct);
        foreach (var holder in holders)
            await db.Files.Where(f => f.Id == holder.Id && f.Open).ExecuteUpdateAsync(set => set.SetProperty(f => f.AssignedTo, holder.AssignedTo).SetProperty(f => f.AssignedAt, holder.AssignedAt), ct);
        return done;
    }

    private async Task<int> People(Action<int> told, CancellationToken ct)
    {
        var (done, last) = (0, Guid.Empty);
        while (await applications.PeopleAfter(last, AtOnce, ct) is { Count: > 0 } people)
        {
            await book.Keep(people, ct);
            last = people[^1];
            told(done += people.Count);
        }
        return done;
    }
}
