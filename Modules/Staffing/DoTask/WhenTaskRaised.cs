using Anef.SharedKernel.Events;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.DoTask;

/// <summary>Something to do was raised: while the same is to be done already, its words are brought up to date and nothing is added.</summary>
internal sealed class WhenTaskRaised(StaffingDb db, TimeProvider clock) : IHandleEvent<TaskRaised>
{
    public async Task Handle(TaskRaised fact, CancellationToken ct)
    {
        var open = await db.Tasks.Where(t => t.PersonId == fact.PersonId && t.Kind == fact.Task && t.DoneAt == null).OrderBy(t => t.RaisedAt).ToListAsync(ct);
        if (open.FirstOrDefault(t => t.ApplicationId == fact.ApplicationId) is { } known) known.Why = fact.Why;
        else
        {
            db.Add(new RaisedTask { PersonId = fact.PersonId, ApplicationId = fact.ApplicationId, Kind = fact.Task, Prefecture = fact.Prefecture, Why = fact.Why, RaisedAt = clock.GetUtcNow() });
            // A task that names no file is about all of the person's.
            await db.Files.Where(f => f.PersonId == fact.PersonId && (fact.ApplicationId == null || f.Id == fact.ApplicationId))
                .ForEachAsync(f => f.Tasks++, ct);
        }
        await db.SaveChangesAsync(ct);
    }
}
