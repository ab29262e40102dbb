using Anef.Applications.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.KeepCoverage;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Seeding;

namespace Anef.Attestations.Seed;

/// <summary>How one made-up person was covered, day after day.</summary>
internal sealed class Covered(Life life, PrefectureCatalog prefectures)
{
    private const int NightMinute = 120;
    private readonly Naming _naming = new(life.NextId, at => AttestationNumber.Of(at, life.Lot.Next(), life.Lot.Below(32)));
    private PersonFacts? _known;
    private int _outage = life.Outage;

    public List<Basis> Bases { get; } = [];

    public List<Attestation> Issued { get; } = [];

    public List<Gap> Gaps { get; } = [];

    public PersonCoverage Coverage { get; } = new() { PersonId = life.Told<PersonStory>().Work.PersonId };

    /// <summary>Something changed: what fell due before is done first.</summary>
    public void Look(PersonLook look)
    {
        PassUntil(look.Day);
        _known = look.Person;
        Keep(look.Day, look.At);
    }

    /// <summary>Each night issues what is due. Once, in some lives, it did so too late.</summary>
    public void PassUntil(DateOnly day)
    {
        while (Coverage.DueOn is { } due && due <= day)
        {
            if (_known is null) return;
            var night = due;
            if (_outage > 0 && Coverage.NextFrom is { } from && from > due)
            {
                night = from.AddDays(_outage);
                _outage = 0;
                if (night > day) night = day;
            }
            Keep(night, CivilTime.StartOf(night, Coverage.Zone).AddMinutes(NightMinute));
            if (Coverage.DueOn == due) return;
        }
    }

    private void Keep(DateOnly day, DateTimeOffset at)
    {
        var charge = CoverageBook.InCharge(_known!, prefectures);
        (Coverage.Zone, Coverage.IssuedBy) = (charge.TimeZone, charge.Code);
        var ledger = new Ledger(_known!, Issued, Bases, code => prefectures.Of(code).TimeZone, at, _naming);
        new CoverageKeeper(_known!, Coverage, ledger, day, charge.LeadDays).Keep();
        Bases.AddRange(ledger.NewBases);
        Issued.AddRange(ledger.Issued);
        Gaps.AddRange(ledger.Gaps);
    }
}
