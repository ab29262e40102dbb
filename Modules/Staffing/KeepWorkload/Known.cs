using Anef.Applications.Contracts;
using Anef.Attestations.Contracts;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.KeepWorkload;

/// <summary>The rows that are there of some people. What differs from what must be is replaced; what is the same is left alone.</summary>
internal sealed class Known
{
    private readonly StaffingDb _db;
    private readonly Dictionary<Guid, WorkFile> _files;
    private readonly ILookup<Guid, Stay> _stays;
    private readonly Dictionary<string, CountedAttestation> _attestations;
    private readonly ILookup<Guid, CountedGap> _gaps;
    private readonly Dictionary<Guid, HeldPermit> _permits;
    private readonly Dictionary<Guid, Guid> _holders;

    private Known(StaffingDb db, List<WorkFile> files, List<Stay> stays, List<CountedAttestation> attestations, List<CountedGap> gaps, List<HeldPermit> permits, Dictionary<Guid, Guid> holders)
    {
        _db = db;
        _files = files.ToDictionary(f => f.Id);
        _stays = stays.ToLookup(s => s.ApplicationId);
        _attestations = attestations.ToDictionary(a => a.Number);
        _gaps = gaps.ToLookup(g => g.PersonId);
        _permits = permits.ToDictionary(p => p.PersonId);
        _holders = holders;
    }

    public static async Task<Known> Read(StaffingDb db, IReadOnlyCollection<Guid> people, IReadOnlyCollection<Guid> requests, CancellationToken ct)
    {
        var files = await db.Files.Where(f => people.Contains(f.PersonId)).ToListAsync(ct);
        var ids = files.Select(f => f.Id).Union(requests).ToList();
        return new(db, files, await db.Stays.Where(s => ids.Contains(s.ApplicationId)).ToListAsync(ct), await db.Attestations.Where(a => people.Contains(a.PersonId)).ToListAsync(ct),
            await db.Gaps.Where(g => people.Contains(g.PersonId)).ToListAsync(ct), await db.Permits.Where(p => people.Contains(p.PersonId)).ToListAsync(ct),
            await db.LastHolders.AsNoTracking().Where(h => requests.Contains(h.ApplicationId)).ToDictionaryAsync(h => h.ApplicationId, h => h.AccountId, ct));
    }

    public WorkFile FileOf(RequestWork request)
    {
        if (_files.TryGetValue(request.ApplicationId, out var file)) return file;
        _db.Add(file = new WorkFile { Id = request.ApplicationId, PersonId = request.PersonId });
        return _files[file.Id] = file;
    }

    /// <summary>Who has a request now, or had it when it left, which is noted once.</summary>
    public Guid? HolderOf(Guid application) => _holders.TryGetValue(application, out var holder) ? holder : _files.GetValueOrDefault(application)?.AssignedTo;

    public void Put(Guid application, IReadOnlyList<Stay> stays)
    {
        if (stays[^1].Officer is { } holder && _holders.TryAdd(application, holder)) _db.Add(new LastHolder { ApplicationId = application, AccountId = holder });
        foreach (var was in _stays[application].Where(s => s.Sequence >= stays.Count)) _db.Remove(was);
        foreach (var stay in stays)
            if (_stays[application].FirstOrDefault(s => s.Sequence == stay.Sequence) is { } was) Replace(was, stay);
            else _db.Add(stay);
    }

    /// <summary>Time that officers spent stays known when the log that told it is destroyed at its term.</summary>
    private void Replace(Stay was, Stay stay)
    {
        var (entry, spent) = (_db.Entry(was), was.OfficerSeconds);
        entry.CurrentValues.SetValues(stay);
        if (stay.DecisionDays is not null && stay.OfficerSeconds is null) entry.Property(s => s.OfficerSeconds).CurrentValue = spent;
    }

    /// <summary>Takes a person's files off the list that their requests know nothing of.</summary>
    public void DropOthersThan(PersonWork work) => _db.RemoveRange(_files.Values.Where(f => f.PersonId == work.PersonId && work.Requests.All(r => r.ApplicationId != f.Id)));

    public void Put(PersonWork work, IEnumerable<IssuedFacts> issued)
    {
        foreach (var row in WorkRows.Attestations(work, issued))
            if (_attestations.TryGetValue(row.Number, out var was)) _db.Entry(was).CurrentValues.SetValues(row);
            else _db.Add(row);
    }

    public void Put(PersonWork work, IEnumerable<GapFacts> gaps)
    {
        foreach (var row in WorkRows.Gaps(work, gaps))
            if (_gaps[work.PersonId].FirstOrDefault(g => g.FromDay == row.FromDay) is { } was) _db.Entry(was).CurrentValues.SetValues(row);
            else _db.Add(row);
    }

    public void PutPermit(PersonWork work)
    {
        var was = _permits.GetValueOrDefault(work.PersonId);
        if (WorkRows.Permit(work) is not { } permit)
        {
            if (was is not null) _db.Remove(was);
        }
        else if (was is not null) _db.Entry(was).CurrentValues.SetValues(permit);
        else _db.Add(permit);
    }
}
