using Anef.Applications.Contracts;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Access;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.DoTask;

/// <summary>What is to be done in a prefecture, the oldest first.</summary>
internal sealed class ListTasks(StaffingDb db, WorkDoor door, IWorkload workload, Visitor visitor) : IUseCase<ListTasks.Request, IReadOnlyList<ListTasks.Row>>
{
    private const int Most = 200;

    public sealed record Request(string Prefecture);

    /// <param name="Number">Of the file; null where the task is about the person.</param>
    public sealed record Row(Guid Id, string Kind, string Why, string? Number, DateTimeOffset RaisedAt);

    public async Task<IReadOnlyList<Row>> Handle(Request request, CancellationToken ct)
    {
        var place = door.Choose(request.Prefecture, WorkDoor.Officers);
        var tasks = await db.Tasks.AsNoTracking().Where(t => t.Prefecture == place.Code && t.DoneAt == null).OrderBy(t => t.RaisedAt).ThenBy(t => t.Id).Take(Most).ToListAsync(ct);
        var people = tasks.Select(t => t.PersonId).Distinct().ToList();
        var files = await db.Files.AsNoTracking().Where(f => people.Contains(f.PersonId)).ToListAsync(ct);
        var visible = await workload.Visible(visitor, [.. files.Where(f => f.Restricted).Select(f => f.Id)], ct);
        var numbers = files.ToDictionary(f => f.Id, f => f.Number);
        // A task about somebody whose file is restricted is for those who may open it.
        return [.. tasks.Where(t => files.All(f => f.PersonId != t.PersonId || !f.Restricted || visible.Contains(f.Id)))
            .Select(t => new Row(t.Id, t.Kind, t.Why, t.ApplicationId is { } id ? numbers.GetValueOrDefault(id) : null, t.RaisedAt))];
    }
}
