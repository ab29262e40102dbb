using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ProcessBatch;
using Anef.PartnerOrganisations.ReadMail;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.ForeseeMail;

/// <summary>What would become of each line, without anything being done or kept.</summary>
internal sealed class ForeseeMail(PartnerOrganisationsDb db, SafeReader reader, LineBook book, LineJudge judge) : IUseCase<ForeseeMail.Request, ForeseeMail.Foreseen>
{
    public sealed record Request(byte[] Content, Guid Organisation);

    /// <param name="Fault">Why nothing of it, or what of its files, could not be taken, in French.</param>
    public sealed record Foreseen(IReadOnlyList<Line> Lines, string? Fault);

    /// <param name="Reason">Code; its words are in the outcomes.</param>
    public sealed record Line(ReadLine Read, LineStatus Status, string? Reason, Repeat Repeat)
    {
        /// <summary>Of the situation that it is about, where there is one.</summary>
        public string? Reference { get; init; }

        /// <summary>Whom it is about, where a mandate lets it be said.</summary>
        public string? Person { get; init; }

        public Outcome Outcome => Outcomes.Of(Status, Reason, null, Read.Faults, Repeat);
    }

    public async Task<Foreseen> Handle(Request request, CancellationToken ct)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Organisation, ct) ?? throw new NotFound("cette organisation");
        var reading = reader.Read(request.Content);
        if ((reading.Fault ?? (reading.Lines.Count == 0 ? "noLines" : null)) is { } fault) return new([], Outcomes.OfFault(fault));
        var (lines, seen) = (new List<Line>(reading.Lines.Count), new HashSet<string>());
        foreach (var chunk in reading.Lines.Chunk(ProcessBatch.ProcessBatch.Chunk)) lines.AddRange(await Some(organisation, chunk, seen, ct));
        return new(lines, FaultWords.OfNotes(reading.Notes));
    }

    private async Task<IEnumerable<Line>> Some(Organisation organisation, ReadLine[] lines, HashSet<string> seen, CancellationToken ct)
    {
        var facts = await book.FactsOf(organisation, lines, ct);
        var keys = lines.Select(l => LineKeys.Of(organisation.Id, l)).ToList();
        var earlier = await book.Before(organisation, keys, Guid.Empty, ct);
        db.ChangeTracker.Clear();
        return lines.Select((line, i) =>
        {
            var judged = judge.Judge(organisation, facts[i]);
            var (repeat, situation) = earlier.Of(keys[i], judged);
            // Twice in one mail: the second will find the first.
            if (judged.HasCase && !seen.Add(keys[i].Hash)) repeat = Repeat.Same;
            return new Line(line, (repeat == Repeat.Same ? situation?.Status : null) ?? judged.Status, repeat == Repeat.Same && situation is not null ? situation.Reason : judged.Reason, repeat)
            {
                Reference = situation?.Reference, Person = judged.Person?.Name,
            };
        });
    }
}
