using Anef.Applications.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Microsoft.EntityFrameworkCore;

namespace Anef.Attestations.KeepCoverage;

/// <summary>Looks at one person again: asks for the facts, makes the documents what they must be, saves once.</summary>
/// <remarks>Two that look at one person at the same time: the second finds the row changed, or the document there, and looks again.</remarks>
internal sealed class CoverageBook(AttestationsDb db, IApplications applications, PrefectureCatalog prefectures, TimeProvider clock)
{
    private const int Looks = 5;

    public async Task Keep(Guid personId, CancellationToken ct)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                await LookAt(personId, ct);
                return;
            }
            catch (DbUpdateException) when (look < Looks)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task LookAt(Guid personId, CancellationToken ct)
    {
        if (await applications.Person(personId, ct) is not { } person) return;
        if (person.Applications.Count == 0) return;
        var coverage = await db.Coverages.SingleOrDefaultAsync(c => c.PersonId == personId, ct);
        var issued = await db.Attestations.Where(a => a.PersonId == personId).ToListAsync(ct);
        var bases = await db.Bases.AsNoTracking().Where(b => b.PersonId == personId).ToListAsync(ct);
        if (coverage is null) db.Add(coverage = new PersonCoverage { PersonId = personId });

        var charge = InCharge(person, prefectures);
        coverage.Zone = charge.TimeZone;
        coverage.IssuedBy = charge.Code;
        var ledger = new Ledger(person, issued, bases, code => prefectures.Of(code).TimeZone, clock.GetUtcNow());
        new CoverageKeeper(person, coverage, ledger, clock.Today(charge.TimeZone), charge.LeadDays).Keep();

        db.AddRange(ledger.NewBases);
        db.AddRange(ledger.Issued);
        db.AddRange(ledger.Gaps);
        foreach (var fact in ledger.Facts) db.Publish(fact);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    /// <summary>Whose days count, and whose name documents bear.</summary>
    public static Prefecture InCharge(PersonFacts person, PrefectureCatalog prefectures)
    {
        var pending = CoverageRules.Carrier(person) ?? person.Applications.FirstOrDefault(a => a.Undecided);
        return prefectures.Of(pending?.Prefecture ?? person.Prefecture);
    }
}
