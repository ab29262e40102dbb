using Anef.Applications.Contracts;
using Anef.Attestations.Contracts;
using Anef.PartnerOrganisations.Contracts;
using Anef.SharedKernel.Seeding;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;

namespace Anef.Staffing.Seed;

/// <summary>The read model of a made-up life, by the functions that keep it from facts.</summary>
internal sealed class SeedWorkload : ISeeder
{
    private static readonly Weights First = new();

    public Type Db => typeof(StaffingDb);

    public IReadOnlyList<Type> Rows { get; } = [typeof(WorkFile), typeof(Stay), typeof(CountedAttestation), typeof(CountedGap), typeof(HeldPermit), typeof(PartnerDeadline)];

    public void Write(Life life, ISeedRows rows)
    {
        var (work, story, situations) = (life.Told<PersonStory>().Work, life.Told<CoverageStory>(), life.Told<SituationsStory>().Situations);
        foreach (var request in work.Requests)
        {
            var file = new WorkFile { Id = request.ApplicationId, PersonId = request.PersonId };
            WorkRows.Follow(file, request, story.Summary);
            file.PartnerCases = situations.Count(s => s.ApplicationId == file.Id && s.AnsweredAt is null);
            Scores.Set(file, life.Until.DayNumber, First);
            rows.Add(file);
            foreach (var stay in WorkRows.Stays(request, null)) rows.Add(stay);
        }
        foreach (var attestation in WorkRows.Attestations(work, story.Issued)) rows.Add(attestation);
        foreach (var gap in WorkRows.Gaps(work, story.Gaps)) rows.Add(gap);
        foreach (var situation in situations) rows.Add(WorkRows.Deadline(situation));
        if (WorkRows.Permit(work) is { } permit) rows.Add(permit);
    }
}
