using System.Linq.Expressions;
using Anef.Attestations.Domain;
using Anef.Attestations.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Attestations.Verify;

/// <summary>The one query of a check, compiled once a container: by far the most frequent question that this program is asked.</summary>
internal sealed class VerificationQuery
{
    private static readonly Expression<Func<AttestationsDb, string, IQueryable<Found>>> Query = (db, number) =>
        from attestation in db.Attestations.AsNoTracking()
        join basis in db.Bases.AsNoTracking() on attestation.BasisId equals basis.Id
        where attestation.Number == number
        select new Found(attestation, basis,
            db.Attestations.Any(a => a.PersonId == attestation.PersonId && a.Follows == attestation.Number),
            db.Coverages.Any(c => c.PersonId == attestation.PersonId && c.NextKind != null && c.DueOn != null));

    private readonly Func<AttestationsDb, string, IAsyncEnumerable<Found>> _find = EF.CompileAsyncQuery(Query);

    public async Task<Found?> Find(AttestationsDb db, string number, CancellationToken ct)
    {
        await foreach (var found in _find(db, number).WithCancellation(ct)) return found;
        return null;
    }

    /// <summary>Apart, so that each provider's SQL can be looked at.</summary>
    /// <remarks>A successor is looked for among the same person's documents, which an index holds; whether the chain goes on is one row by its key.</remarks>
    public static IQueryable<Found> Of(AttestationsDb db, string number) => Query.Compile()(db, number);

    public sealed record Found(Attestation Attestation, Basis Basis, bool Followed, bool GoesOn);
}
