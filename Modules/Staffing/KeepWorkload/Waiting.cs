using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.KeepWorkload;

/// <summary>What waits on the files of some people: tasks not done, situations of partners not answered.</summary>
internal sealed class Waiting(ILookup<Guid, Guid?> tasks, Dictionary<Guid, int> cases)
{
    public static async Task<Waiting> Read(StaffingDb db, IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var tasks = await db.Tasks.AsNoTracking().Where(t => people.Contains(t.PersonId) && t.DoneAt == null).Select(t => new { t.PersonId, t.ApplicationId }).ToListAsync(ct);
        var files = db.Files.Where(f => people.Contains(f.PersonId)).Select(f => (Guid?)f.Id);
        var cases = await db.PartnerDeadlines.Where(d => d.AnsweredDay == null && files.Contains(d.ApplicationId)).GroupBy(d => d.ApplicationId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new(tasks.ToLookup(t => t.PersonId, t => t.ApplicationId), cases);
    }

    /// <summary>A task that names no file is about all of the person's.</summary>
    public int TasksOf(WorkFile file) => tasks[file.PersonId].Count(a => a is null || a == file.Id);

    public int CasesOf(Guid file) => cases.GetValueOrDefault(file);
}
