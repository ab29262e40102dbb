using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.UseCases;

namespace Anef.Attestations.Verify;

/// <summary>Answers anybody who holds a number: whether it is valid today, and what it lets its holder do. Never nationality, ground or protection.</summary>
internal sealed class VerifyAttestation(VerificationQuery query, CheckBook book, TimeProvider clock)
    : IUseCase<VerifyAttestation.Request, VerifyAttestation.Response>
{
    /// <param name="Number">As it was typed.</param>
    public sealed record Request(string Number);

    /// <param name="Number">As it is printed, or what was typed when it is no number.</param>
    /// <param name="Status"><c>valid</c>, <c>notYetValid</c>, <c>expired</c>, <c>superseded</c>, <c>revoked</c>, <c>unknown</c>.</param>
    /// <param name="ValidUntil">Last day, inclusive; absent when open.</param>
    /// <param name="EndedOn">First day without effect, when it was superseded or revoked.</param>
    /// <param name="Work"><c>yes</c>, <c>no</c>, <c>conditional</c>.</param>
    /// <param name="Travel"><c>withHeldPermit</c>, <c>no</c>.</param>
    /// <param name="Successor"><c>issued</c>, <c>guaranteed</c>, <c>none</c>.</param>
    /// <param name="Hint">In French, when the number is badly copied.</param>
    public sealed record Response(string Number, string Status, string? Kind = null, DateOnly? ValidFrom = null, DateOnly? ValidUntil = null, DateOnly? EndedOn = null,
        string? Work = null, string? Travel = null, string? Successor = null, string? Initials = null, int? BirthYear = null, string? Hint = null);

    public async Task<Response> Handle(Request request, CancellationToken ct)
    {
        if (!AttestationNumber.TryParse(request.Number, out var number))
            return new(request.Number, "unknown", Hint: "Ce numéro est mal recopié : vérifiez ses seize caractères.");
        if (await query.Find(number, ct) is not { } found) return new(number, "unknown");
        var now = clock.GetUtcNow();
        var status = Attestation.StatusOn(now.DayIn(found.Zone), found.ValidFrom, found.ValidUntil, found.EndedOn, found.End);
        book.Note(found.Id, found.PersonId, now, status);
        return new(number, Codes.Of(status), Codes.Of(found.Kind), found.ValidFrom, found.ValidUntil,
            status is AttestationStatus.Superseded or AttestationStatus.Revoked ? found.EndedOn : null,
            Codes.Of(Rights.WorkOf(found.Kind, found.Work)), Codes.Of(Rights.TravelOf(found.Kind, found.HeldTitle is not null, found.HeldLost)),
            Codes.Of(SuccessorOf(found, status)), Rights.InitialsOf(found.FirstNames, found.Surname), found.Born.Year);
    }

    private static Successor SuccessorOf(VerificationQuery.Row found, AttestationStatus status) =>
        found.Followed ? Successor.Issued
        : found.GoesOn && status is not (AttestationStatus.Superseded or AttestationStatus.Revoked) && Chained(found.Kind) ? Successor.Guaranteed
        : Successor.None;

    private static bool Chained(AttestationKind kind) => kind is AttestationKind.Extension or AttestationKind.Receipt or AttestationKind.CommissionReceipt
        or AttestationKind.LegalCoverage or AttestationKind.FilingConfirmation;

    private enum Successor
    {
        /// <summary>The next document is there already.</summary>
        Issued,

        /// <summary>It will come as of right, unless a decision comes first.</summary>
        Guaranteed,

        None,
    }
}
