using Anef.Applications.Contracts;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.KeepWorkload;

/// <summary>Looks at people again: asks the others for the facts and makes the rows what they must be.</summary>
/// <remarks>Two that look at one person at the same time: the second finds a row changed, or there already, and looks again.</remarks>
internal sealed class WorkloadBook(StaffingDb db, IWorkload workload, IAttestations attestations, WeightsInForce weights, TimeProvider clock)
{
    private const int Looks = 5;

    public async Task Keep(IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                await LookAt(people, ct);
                return;
            }
            catch (DbUpdateException) when (look < Looks)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task LookAt(IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var works = await workload.Of(people, ct);
        var coverage = await attestations.CoverageOf(people, ct);
        var issued = (await attestations.IssuedTo(people, ct)).ToLookup(i => i.PersonId);
        var gaps = (await attestations.GapsOf(people, ct)).ToLookup(g => g.PersonId);
        var known = await Known.Read(db, people, [.. works.SelectMany(w => w.Requests).Select(r => r.ApplicationId)], ct);
        var waiting = await Waiting.Read(db, people, ct);
        foreach (var work in works)
        {
            foreach (var request in work.Requests)
            {
                var file = known.FileOf(request);
                // Whoever had it when it ended had it until then: the end takes it off their list.
                var holder = known.HolderOf(request.ApplicationId);
                await Follow(file, request, coverage[work.PersonId], ct);
                (file.Tasks, file.PartnerCases) = (waiting.TasksOf(file), waiting.CasesOf(file.Id));
                known.Put(request.ApplicationId, WorkRows.Stays(request, holder));
            }
            known.DropOthersThan(work);
            known.Put(work, issued[work.PersonId]);
            known.Put(work, gaps[work.PersonId]);
            known.PutPermit(work);
        }
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task Follow(WorkFile file, RequestWork request, CoverageSummary coverage, CancellationToken ct)
    {
        WorkRows.Follow(file, request, coverage);
        var today = clock.Today(request.Zone);
        Scores.Set(file, today.DayNumber, await weights.On(today, ct));
    }
}
