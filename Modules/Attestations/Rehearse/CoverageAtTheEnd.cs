using System.Text.Json;
using System.Text.Json.Nodes;
using Anef.Applications.Contracts;
using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Persistence;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Rehearsals;
using Microsoft.EntityFrameworkCore;

namespace Anef.Attestations.Rehearse;

/// <summary>Each person's coverage, by the permit, by law and by documents, and the days without any.</summary>
internal sealed class CoverageAtTheEnd(AttestationsDb db, IApplications applications) : IRehearsalState
{
    public async Task Describe(RehearsalWorld world, CancellationToken ct)
    {
        foreach (var (name, id) in world.People)
        {
            var person = await applications.Person(id, ct);
            var issued = await db.Attestations.AsNoTracking().Where(a => a.PersonId == id).ToListAsync(ct);
            var gaps = await db.Gaps.AsNoTracking().Where(g => g.PersonId == id).OrderBy(g => g.From).ToListAsync(ct);
            if (!world.PersonStates.TryGetValue(name, out var state)) world.PersonStates[name] = state = [];
            state["coverage"] = Node(Coverage(person?.Held, issued));
            state["gaps"] = Node(gaps.Select(g => new { g.From, g.To }));
        }
    }

    private static IEnumerable<Cover> Coverage(HeldPermitFacts? held, IEnumerable<Attestation> issued)
    {
        var documents = issued.Where(a => a.Kind is not (AttestationKind.FilingConfirmation or AttestationKind.Continuity) && !(a.LastDay < a.ValidFrom))
            .Select(a => new Cover(a.ValidFrom, a.LastDay, a.Kind == AttestationKind.LegalCoverage ? "law" : Codes.Of(a.Kind), a.Number));
        return (held is null ? documents : documents.Prepend(new Cover(held.ValidFrom, held.ValidUntil, "permit", held.Number))).OrderBy(c => c.From);
    }

    private static JsonNode Node(object value) => JsonSerializer.SerializeToNode(value, OutboxJson.Options)!;

    private sealed record Cover(DateOnly From, DateOnly? To, string By, string? Number);
}
