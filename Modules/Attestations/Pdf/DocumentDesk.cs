using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Keys;
using Anef.Attestations.Persistence;
using Anef.Attestations.Settings;
using Anef.Attestations.Token;
using Microsoft.EntityFrameworkCore;

namespace Anef.Attestations.Pdf;

/// <summary>Hands out documents, made when they are asked for.</summary>
internal sealed class DocumentDesk(AttestationsDb db, TokenDesk tokens, DocumentWords words, KeyRing ring, DocumentOptions options)
{
    /// <returns>Null when the number is unknown.</returns>
    public async Task<byte[]?> Pdf(string number, CancellationToken ct)
    {
        if (!AttestationNumber.TryParse(number, out var known)) return null;
        if (await db.Attestations.SingleOrDefaultAsync(a => a.Number == known, ct) is not { } attestation) return null;
        var basis = await db.Bases.AsNoTracking().SingleAsync(b => b.Id == attestation.BasisId, ct);
        return DocumentPdf.Of(words.Of(attestation, basis, await Before(attestation, ct)), await Link(attestation, basis, ct), attestation.IssuedAt, ring.Seal);
    }

    /// <summary>The code of the document, to be shown on a screen.</summary>
    /// <returns>Null when the number is unknown.</returns>
    public async Task<string?> Qr(string number, CancellationToken ct)
    {
        if (!AttestationNumber.TryParse(number, out var known)) return null;
        if (await db.Attestations.SingleOrDefaultAsync(a => a.Number == known, ct) is not { } attestation) return null;
        return QrPicture.Svg(await Link(attestation, await db.Bases.AsNoTracking().SingleAsync(b => b.Id == attestation.BasisId, ct), ct));
    }

    private async Task<string> Link(Attestation attestation, Basis basis, CancellationToken ct) =>
        $"{options.Base}/verifier/{attestation.Number}#{await tokens.TokenOf(attestation, basis, ct)}";

    /// <summary>Number of the document that ended on the eve, or that this one ended: the same whenever it is asked for.</summary>
    private Task<string?> Before(Attestation attestation, CancellationToken ct)
    {
        if (attestation.Kind is AttestationKind.FilingConfirmation or AttestationKind.LegalCoverage or AttestationKind.Continuity) return Task.FromResult<string?>(null);
        var (from, eve) = (attestation.ValidFrom, attestation.ValidFrom.AddDays(-1));
        return db.Attestations.Where(a => a.PersonId == attestation.PersonId && a.ValidFrom < from && (a.ValidUntil == eve || a.EndedOn == from)
                && (a.Kind == AttestationKind.Extension || a.Kind == AttestationKind.Receipt || a.Kind == AttestationKind.CommissionReceipt))
            .OrderByDescending(a => a.ValidUntil == eve).ThenByDescending(a => a.ValidFrom).Select(a => a.Number).FirstOrDefaultAsync(ct);
    }
}
