using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Contracts;
using Anef.Staffing.Persistence;

namespace Anef.Staffing.KeepWorkload;

/// <summary>Makes the read model anew from the modules, person by person, where it is not what it must be. What is Staffing's own (whose file it is, tasks, capacities) stays, and so does what was counted of files destroyed since.</summary>
/// <remarks>Nothing is emptied first: cut off at any instant, it has mended some people and not yet others.</remarks>
internal sealed class RebuildWorkload(StaffingDb db, WorkloadBook book, PartnerBook partners, DeskBook desk, IApplications applications, IPartnerCases cases)
{
    private const int AtOnce = 200;

    /// <param name="told">Hears how many people are done.</param>
    public async Task<int> Run(Action<int> told, CancellationToken ct)
    {
        var (done, person, situation) = (0, Guid.Empty, Guid.Empty);
        while (await applications.PeopleAfter(person, AtOnce, ct) is { Count: > 0 } people)
        {
            await book.Keep(people, ct);
            person = people[^1];
            told(done += people.Count);
        }
        while (await cases.After(situation, AtOnce, ct) is { Count: > 0 } page)
        {
            foreach (var facts in page) await partners.Put(facts, ct);
            db.ChangeTracker.Clear();
            situation = page[^1].CaseId;
        }
        await desk.Rebuild(ct);
        return done;
    }
}
