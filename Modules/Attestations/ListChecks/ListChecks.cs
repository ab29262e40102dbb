using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Persistence;
using Anef.Attestations.Verify;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Attestations.ListChecks;

/// <summary>When a person's attestations were checked, and what was answered: for the person.</summary>
internal sealed class ListChecks(AttestationsDb db) : IUseCase<ListChecks.Request, IReadOnlyList<CheckSummary>>
{
    public sealed record Request(Guid PersonId, int Most = 100);

    /// <returns>The latest first.</returns>
    public async Task<IReadOnlyList<CheckSummary>> Handle(Request request, CancellationToken ct)
    {
        var checks = await (
            from check in db.Set<Check>().AsNoTracking()
            join attestation in db.Attestations on check.AttestationId equals attestation.Id
            where check.PersonId == request.PersonId
            orderby check.At descending, check.Id descending
            select new { attestation.Number, check.At, check.Answer }).Take(request.Most).ToListAsync(ct);
        return [.. checks.Select(c => new CheckSummary(c.Number, c.At, Codes.Of(c.Answer)))];
    }
}
