using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Access;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.DoTask;

/// <summary>A task is done: it leaves the list of the prefecture, and stays in what was done.</summary>
internal sealed class DoTask(StaffingDb db, WorkDoor door, Visitor visitor, TimeProvider clock) : IUseCase<DoTask.Request, Done>
{
    public sealed record Request(Guid TaskId);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var task = await db.Tasks.SingleOrDefaultAsync(t => t.Id == request.TaskId, ct) ?? throw new NotFound("cette tâche");
        door.Choose(task.Prefecture, WorkDoor.Officers);
        if (task.DoneAt is not null) return default;
        task.Do(visitor.Name, clock.GetUtcNow());
        await db.Files.Where(f => f.PersonId == task.PersonId && (task.ApplicationId == null || f.Id == task.ApplicationId) && f.Tasks > 0).ForEachAsync(f => f.Tasks--, ct);
        await db.SaveChangesAsync(ct);
        return default;
    }
}
