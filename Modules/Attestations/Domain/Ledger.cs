using Anef.Applications.Contracts;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Rules;

namespace Anef.Attestations.Domain;

/// <summary>A person's documents, and what is added to them in one go.</summary>
internal sealed class Ledger(PersonFacts person, IReadOnlyList<Attestation> issued, IReadOnlyList<Basis> bases, Func<string, string> zoneOf, DateTimeOffset now, Naming? naming = null)
{
    private readonly Naming _naming = naming ?? Naming.ByLot;
    private readonly List<Attestation> _all = [.. issued.OrderBy(a => a.IssuedAt).ThenBy(a => a.ValidFrom)];
    private readonly List<Basis> _bases = [.. bases];

    public List<Attestation> Issued { get; } = [];

    public List<Basis> NewBases { get; } = [];

    public List<Gap> Gaps { get; } = [];

    public List<IEvent> Facts { get; } = [];

    public IEnumerable<Attestation> Of(Guid applicationId) => _all.Where(a => a.ApplicationId == applicationId);

    /// <summary>The documents of the chain, whatever the request.</summary>
    public IEnumerable<Attestation> Chain => _all.Where(a => a.Kind is AttestationKind.Extension or AttestationKind.Receipt or AttestationKind.CommissionReceipt);

    /// <summary>The chain, and the proofs of coverage by the expired card: what a decision ends.</summary>
    public IReadOnlyList<Attestation> Provisional => [.. Chain, .. _all.Where(a => a.Kind == AttestationKind.LegalCoverage)];

    /// <summary>The favourable-decision attestation that is open, if any.</summary>
    public Attestation? OpenDecision => _all.LastOrDefault(a => a.Kind == AttestationKind.FavourableDecision && a.LastDay is null);

    /// <summary>Last day covered by the held document and by what was issued; null when nothing ever was.</summary>
    public DateOnly? LastDay => Chain.Select(a => a.LastDay)
        .Concat(_all.Where(a => a.Kind == AttestationKind.FavourableDecision).Select(a => a.LastDay))
        .Append(person.Held?.ValidUntil).Max();

    /// <summary>The document of the chain that ends on the eve of a day.</summary>
    public Attestation? Before(DateOnly from) => Chain.LastOrDefault(a => a.LastDay == from.AddDays(-1));

    /// <summary>Issues a document and tells of it.</summary>
    public Attestation Issue(ApplicationFacts application, AttestationKind kind, DateOnly from, DateOnly? until, Basis basis, string? supersedes = null)
    {
        var succeeds = kind is AttestationKind.Extension or AttestationKind.Receipt or AttestationKind.CommissionReceipt && Before(from) is not null;
        var attestation = new Attestation
        {
            Id = _naming.Id(), Number = _naming.Number(now), Kind = kind, PersonId = person.PersonId, ApplicationId = application.ApplicationId, BasisId = basis.Id,
            ValidFrom = from, ValidUntil = until, IssuedAt = now,
        };
        _all.Add(attestation);
        Issued.Add(attestation);
        Facts.Add(new AttestationIssued(person.PersonId, application.ApplicationId, attestation.Number, kind, from, until, basis.Work, basis.Mention,
            basis.IssuedBy, basis.LegalBasis, supersedes, Successor: succeeds));
        return attestation;
    }

    /// <summary>Ends a document, unless it is over before that day, and tells of it.</summary>
    public void End(Attestation attestation, AttestationEnd end, DateOnly on, string reason)
    {
        if (!attestation.EndBy(end, on, reason)) return;
        Facts.Add(end == AttestationEnd.Revoked
            ? new AttestationRevoked(person.PersonId, attestation.ApplicationId, attestation.Number, on, reason)
            : new AttestationSuperseded(person.PersonId, attestation.ApplicationId, attestation.Number, on, reason));
    }

    /// <summary>Records days without a document.</summary>
    public void Record(Guid applicationId, DateOnly from, DateOnly to)
    {
        Gaps.Add(new Gap { Id = _naming.Id(), PersonId = person.PersonId, ApplicationId = applicationId, From = from, To = to });
        Facts.Add(new CoverageGap(person.PersonId, applicationId, from, to));
    }

    /// <summary>The facts as they stand, in the row that already holds them or in a new one.</summary>
    public Basis BasisOf(ApplicationFacts application, WorkRight work, string? mention, string legalBasis)
    {
        var identity = person.Identity;
        var wanted = new Basis
        {
            Id = _naming.Id(), PersonId = person.PersonId, ApplicationId = application.ApplicationId,
            Surname = identity.Surname, FirstNames = identity.FirstNames, Born = identity.Born, BirthPlace = identity.BirthPlace, Sex = identity.Sex,
            Nationality = identity.Nationality, ForeignerNumber = identity.ForeignerNumber,
            ApplicationNumber = application.Number, ProcedureName = application.ProcedureName, Ground = application.Ground,
            FiledOn = application.FiledOn, CompleteSince = application.CompleteSince,
            HeldTitle = person.Held?.Title, HeldNumber = person.Held?.Number, HeldUntil = person.Held?.ValidUntil, HeldLost = person.Held?.DeclaredLost ?? false,
            Work = work, WorkCondition = work == WorkRight.Conditional ? application.WorkCondition : null, Mention = mention, LegalBasis = legalBasis,
            IssuedBy = application.Prefecture, Zone = zoneOf(application.Prefecture),
        };
        if (_bases.Find(b => (b with { Id = wanted.Id }) == wanted) is { } same) return same;
        _bases.Add(wanted);
        NewBases.Add(wanted);
        return wanted;
    }
}
