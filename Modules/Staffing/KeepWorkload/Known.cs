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

    private Known(StaffingDb db, List<WorkFile> files, List<Stay> stays, List<CountedAttestation> attestations, List<CountedGap> gaps, List<HeldPermit> permits)
    {
        _db = db;
        _files = files.ToDictionary(f => f.Id);
        _stays = stays.ToLookup(s => s.ApplicationId);
        _attestations = attestations.ToDictionary(a => a.Number);
        _gaps = gaps.ToLookup(g => g.PersonId);
        _permits = permits.ToDictionary(p => p.PersonId);
    }

    public static async Task<Known> Read(StaffingDb db, IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var files = await db.Files.Where(f => people.Contains(f.PersonId)).ToListAsync(ct);
        var ids = files.ConvertAll(f => f.Id);
        return new(db, files, await db.Stays.Where(s => ids.Contains(s.ApplicationId)).ToListAsync(ct), await db.Attestations.Where(a => people.Contains(a.PersonId)).ToListAsync(ct),
            await db.Gaps.Where(g => people.Contains(g.PersonId)).ToListAsync(ct), await db.Permits.Where(p => people.Contains(p.PersonId)).ToListAsync(ct));
    }

    public WorkFile FileOf(RequestWork request)
    {
        if (_files.TryGetValue(request.ApplicationId, out var file)) return file;
        _db.Add(file = new WorkFile { Id = request.ApplicationId, PersonId = request.PersonId });
        return _files[file.Id] = file;
    }

    /// <summary>Who had the request when it left, as noted then.</summary>
    public Guid? OfficerOf(Guid application) => _stays[application].Select(s => s.Officer).FirstOrDefault(o => o is not null);

    public void Put(Guid application, IReadOnlyList<Stay> stays)
    {
        foreach (var was in _stays[application].Where(s => s.Sequence >= stays.Count)) _db.Remove(was);
        foreach (var stay in stays)
            if (_stays[application].FirstOrDefault(s => s.Sequence == stay.Sequence) is { } was) _db.Entry(was).CurrentValues.SetValues(stay);
            else _db.Add(stay);
    }

    public void Put(PersonWork work, IEnumerable<IssuedFacts> issued)
    {
        var ends = new HashSet<DateOnly>();
        foreach (var document in issued)
        {
            var renewal = document.Kind is AttestationKind.Extension or AttestationKind.Receipt or AttestationKind.CommissionReceipt && ends.Contains(document.ValidFrom.AddDays(-1));
            if (document is { Kind: not AttestationKind.FilingConfirmation, ValidUntil: { } until }) ends.Add(until);
            if (_attestations.ContainsKey(document.Number) || PlaceOf(work, document.ApplicationId, document.IssuedOn) is not { } place) continue;
            _db.Add(new CountedAttestation
            {
                Number = document.Number, PersonId = work.PersonId, ApplicationId = document.ApplicationId, Prefecture = place.Prefecture, Procedure = place.Procedure,
                Kind = $"{document.Kind}", Renewal = renewal, Day = document.IssuedOn.DayNumber,
            });
        }
    }

    public void Put(PersonWork work, IEnumerable<GapFacts> gaps)
    {
        foreach (var gap in gaps)
        {
            if (PlaceOf(work, gap.ApplicationId, gap.From) is not { } place) continue;
            var row = new CountedGap { PersonId = work.PersonId, ApplicationId = gap.ApplicationId, Prefecture = place.Prefecture, Procedure = place.Procedure, FromDay = gap.From.DayNumber, ToDay = gap.To.DayNumber };
            if (_gaps[work.PersonId].FirstOrDefault(g => g.FromDay == row.FromDay) is { } was) _db.Entry(was).CurrentValues.SetValues(row);
            else _db.Add(row);
        }
    }

    public void PutPermit(PersonWork work)
    {
        var was = _permits.GetValueOrDefault(work.PersonId);
        if (work.Held is not { } held)
        {
            if (was is not null) _db.Remove(was);
            return;
        }
        if (was is null) _db.Add(was = new HeldPermit { PersonId = work.PersonId });
        (was.Prefecture, was.Procedure, was.UntilDay) = (work.Prefecture, held.Procedure, held.ValidUntil.DayNumber);
        was.Asked = work.Requests.Any(r => r is { Kind: "renewal", EndedOn: null } && r.FiledOn > held.ValidFrom);
    }

    /// <summary>Where the request was that day.</summary>
    private static Passage? PlaceOf(PersonWork work, Guid application, DateOnly on) =>
        work.Requests.FirstOrDefault(r => r.ApplicationId == application)?.Passages is { } passages ? passages.LastOrDefault(p => p.From <= on) ?? passages[0] : null;
}
