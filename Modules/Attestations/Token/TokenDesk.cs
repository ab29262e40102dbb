using Anef.Attestations.Domain;
using Anef.Attestations.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Attestations.Token;

/// <summary>Gives each attestation one token, made when first wanted and kept: every copy of the document bears the same.</summary>
internal sealed class TokenDesk(AttestationsDb db, StatusPlaces places, TokenWriter writer)
{
    private const int Attempts = 5;

    /// <summary>The token of a tracked attestation.</summary>
    public async Task<string> TokenOf(Attestation attestation, Basis basis, CancellationToken ct)
    {
        for (var attempt = 1; attestation.Token is null; attempt++)
        {
            var entry = await places.Find(attestation.Id, ct);
            db.Add(entry);
            attestation.Token = writer.Write(attestation, basis, entry);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody was quicker: with this token, with this place, or with an end of the attestation.
                db.Entry(entry).State = EntityState.Detached;
                await db.Entry(attestation).ReloadAsync(ct);
            }
        }
        return attestation.Token;
    }
}
