using Anef.Applications.Domain;
using Anef.Attestations.Contracts;
using Anef.Procedures.Contracts;

namespace Anef.Applications.ReadSpace;

/// <summary>Until which day a person is in order, by which document, and what comes after it.</summary>
/// <param name="By"><c>permit</c>, <c>attestation</c>, <c>law</c>; <c>nothing</c> when no document has effect today.</param>
/// <param name="Until">Last day; null when it is open, or when there is none.</param>
/// <param name="Number">Of the attestation that has effect, or that follows the permit.</param>
/// <param name="After">What comes then: <c>issued</c>, <c>automatic</c>, <c>handOver</c>, <c>late</c>, <c>incomplete</c>, <c>decision</c>, <c>nothing</c>.</param>
/// <param name="AfterOn">The first day of what follows, when it is known.</param>
/// <param name="IssuedOn">The day on which the next attestation is issued by itself.</param>
internal sealed record Covered(string By, DateOnly? Until, string? Number, AttestationKind? Kind, string After, DateOnly? AfterOn, DateOnly? IssuedOn)
{
    public static Covered Nothing { get; } = new("nothing", null, null, null, "nothing", null, null);

    public static Covered Of(HeldDocument? held, CoverageSummary documents, IReadOnlyList<SpaceRow> requests, DateOnly today)
    {
        var (by, until) = Effective(held?.ValidUntil >= today ? held.ValidUntil : null, documents, today);
        var (after, on) = Follows(by, until, documents, requests);
        return new(by, until, by == "attestation" ? documents.Number : documents.FollowingNumber, documents.Kind, after, on, after == "automatic" ? documents.NextIssuedOn : null);
    }

    /// <summary>Whichever reaches furthest; a document that was issued to follow counts with the one that it follows.</summary>
    private static (string By, DateOnly? Until) Effective(DateOnly? permit, CoverageSummary documents, DateOnly today)
    {
        if (documents.Number is not null && documents.Until is null) return ("attestation", null);
        var until = documents.Number is null ? null : documents.Until;
        var law = documents.LawUntil >= today ? documents.LawUntil : null;
        if (until is not null && !(permit > until) && !(law > until)) return ("attestation", until);
        if (permit is not null && !(law > permit)) return ("permit", permit);
        return law is not null ? ("law", law) : ("nothing", null);
    }

    private static (string After, DateOnly? On) Follows(string by, DateOnly? until, CoverageSummary documents, IReadOnlyList<SpaceRow> requests)
    {
        if (by == "attestation" && until is null) return ("handOver", null);
        if (documents.FollowingFrom is { } from && !(until?.AddDays(1) < from)) return ("issued", from);
        if (documents.GoesOn) return ("automatic", documents.NextFrom ?? until?.AddDays(1));
        var pending = requests.Where(r => r.IsPending && Kinds.AsksForPermit(r.Kind, r.Title)).ToList();
        if (pending.Count == 0) return ("nothing", null);
        if (pending.All(r => r.Timeliness == Timeliness.Late)) return ("late", null);
        return (pending.All(r => r.CompleteSince is null) ? "incomplete" : "decision", null);
    }
}
