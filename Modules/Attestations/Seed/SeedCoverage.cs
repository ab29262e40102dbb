using Anef.Applications.Contracts;
using Anef.Attestations.AnswerNeighbours;
using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Seeding;

namespace Anef.Attestations.Seed;

/// <summary>Documents, what they state, and what is issued next: the keeper of coverage looks at each change and at each day on which something is due.</summary>
internal sealed class SeedCoverage(PrefectureCatalog prefectures) : ISeeder
{
    public Type Db => typeof(AttestationsDb);

    public IReadOnlyList<Type> Rows { get; } = [typeof(Basis), typeof(Attestation), typeof(PersonCoverage), typeof(Gap)];

    public void Write(Life life, ISeedRows rows)
    {
        var looks = life.Told<PersonStory>().Looks;
        if (looks.Count == 0)
        {
            life.Tell(new CoverageStory(new(), [], []));
            return;
        }
        var covered = new Covered(life, prefectures);
        foreach (var look in looks) covered.Look(look);
        covered.PassUntil(life.Until);
        foreach (var basis in covered.Bases) rows.Add(basis);
        foreach (var attestation in covered.Issued) rows.Add(attestation);
        foreach (var gap in covered.Gaps) rows.Add(gap);
        rows.Add(covered.Coverage);
        life.Tell(Story(life, covered));
    }

    private static CoverageStory Story(Life life, Covered covered)
    {
        var zones = covered.Bases.ToDictionary(b => b.Id, b => b.Zone);
        var documents = covered.Issued.Where(a => a.Kind is not (AttestationKind.FilingConfirmation or AttestationKind.Continuity))
            .Select(a => new CoverageAnswer.Document(a.Number, a.Kind, a.ApplicationId, a.ValidFrom, a.ValidUntil, a.EndedOn)).ToList();
        return new(CoverageAnswer.Of(covered.Coverage, documents, life.Until),
            [.. covered.Issued.OrderBy(a => a.IssuedAt).ThenBy(a => a.Number, StringComparer.Ordinal)
                .Select(a => new IssuedFacts(a.PersonId, a.ApplicationId, a.Number, a.Kind, a.IssuedAt.DayIn(zones[a.BasisId]), a.ValidFrom, a.ValidUntil))],
            [.. covered.Gaps.OrderBy(g => g.From).Select(g => new GapFacts(g.PersonId, g.ApplicationId, g.From, g.To))]);
    }
}
