using Anef.Applications.Contracts;
using Anef.Applications.KeepFiles;
using Anef.Applications.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.AnswerNeighbours;

/// <summary>Whom the neighbours must keep what they know of.</summary>
internal sealed class KeepingAnswers(ApplicationsDb db) : IKeeping
{
    public async Task<IReadOnlySet<Guid>> PeopleToKeep(IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var pending = await db.Applications.Where(a => people.Contains(a.PersonId) && a.OverOn == null).Select(a => a.PersonId).Distinct().ToListAsync(ct);
        var held = await db.Holds().Where(h => people.Contains(h.PersonId)).Select(h => h.PersonId).Distinct().ToListAsync(ct);
        return pending.Concat(held).ToHashSet();
    }
}
