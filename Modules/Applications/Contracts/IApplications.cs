using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;

namespace Anef.Applications.Contracts;

/// <summary>What neighbours may ask of requests and of the people who make them.</summary>
public interface IApplications
{
    /// <summary>A person with every request that is filed, in order of filing; null when unknown.</summary>
    Task<PersonFacts?> Person(Guid personId, CancellationToken ct);

    /// <summary>One request with its person; null when unknown.</summary>
    Task<PersonFacts?> PersonOfApplication(Guid applicationId, CancellationToken ct);

    /// <summary>Ids of people after <paramref name="after"/>, in order of id: to rebuild a read model from nothing.</summary>
    Task<IReadOnlyList<Guid>> PeopleAfter(Guid after, int take, CancellationToken ct);

    /// <summary>Whether an agent may open a request, and so what was issued for it. Restricted ones are for those named on them.</summary>
    Task<bool> MayRead(Visitor visitor, Guid applicationId, CancellationToken ct);

    /// <summary>How and in which language a person may be reached.</summary>
    Task<ContactFacts?> Contact(Guid personId, CancellationToken ct);

    /// <summary>The person of a foreigner number, where everything agrees; null otherwise, whatever it is that does not.</summary>
    /// <param name="foreignerNumber">As they write it: spaces do not matter.</param>
    /// <param name="documentNumber">Of any document that they hold or held; null asks for none.</param>
    Task<PersonFound?> FindPerson(string foreignerNumber, DateOnly born, string? documentNumber, CancellationToken ct);
}

/// <summary>A person as the neighbours need to know them.</summary>
public sealed record PersonFacts
{
    /// <summary>Id.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Identity in force.</summary>
    public required Identity Identity { get; init; }

    /// <summary>Department where the person lives.</summary>
    public required string Prefecture { get; init; }

    /// <summary>The document held, if any.</summary>
    public HeldPermitFacts? Held { get; init; }

    /// <summary>Filed requests, in order of filing. Drafts are not told.</summary>
    public required IReadOnlyList<ApplicationFacts> Applications { get; init; }
}

/// <summary>Civil status.</summary>
/// <param name="Version">Grows with each change; documents keep the one that they were issued under.</param>
/// <param name="ForeignerNumber">Numéro étranger, or null.</param>
/// <param name="Provisional">Declared, while the definitive civil status is awaited.</param>
public sealed record Identity(int Version, string Surname, string FirstNames, DateOnly Born, string? BirthPlace, string? Nationality, string? Sex,
    string? ForeignerNumber, bool Provisional);

/// <summary>The document that a person holds.</summary>
public sealed record HeldPermitFacts(string Procedure, string? Ground, string Title, string? Number, DateOnly ValidFrom, DateOnly ValidUntil, bool Work, bool DeclaredLost);

/// <summary>A request as the neighbours need to know it.</summary>
public sealed record ApplicationFacts
{
    /// <summary>Id.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Application number.</summary>
    public required string Number { get; init; }

    /// <summary>Catalogue code.</summary>
    public required string Procedure { get; init; }

    /// <summary>Name of the procedure, in French.</summary>
    public required string ProcedureName { get; init; }

    /// <summary>Kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Article.</summary>
    public required string Ground { get; init; }

    /// <summary>Prefecture in charge.</summary>
    public required string Prefecture { get; init; }

    /// <summary>Instant of filing.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>Day of filing in the prefecture's zone, or of receipt.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>False only for a request filed late: it has no provisional document as of right.</summary>
    public required bool CoveredByTimeliness { get; init; }

    /// <summary>Day of the last indispensable document; null while one is missing.</summary>
    public DateOnly? CompleteSince { get; init; }

    /// <summary>Status, as the rehearsal format writes it.</summary>
    public required string Status { get; init; }

    /// <summary>Documents due while nothing is decided; null when the procedure has none.</summary>
    public ProvisionalFacts? Provisional { get; init; }

    /// <summary>Coverage by the expired card (L.433-3); null when the law gives none.</summary>
    public LegalCoverageFacts? LegalCoverage { get; init; }

    /// <summary>Whether the documents let the holder work.</summary>
    public required WorkRight Work { get; init; }

    /// <summary>The condition, in French, where <see cref="Work"/> is conditional.</summary>
    public string? WorkCondition { get; init; }

    /// <summary>Day on which the commission was seized; its receipt is then due (R.432-9).</summary>
    public DateOnly? CommissionSeizedOn { get; init; }

    /// <summary>Article of the commission's receipt.</summary>
    public string? CommissionMention { get; init; }

    /// <summary>The decision's outcome, once notified.</summary>
    public DecisionOutcome? Decided { get; init; }

    /// <summary>Day of notification.</summary>
    public DateOnly? NotifiedOn { get; init; }

    /// <summary>Day of hand-over of the card.</summary>
    public DateOnly? HandedOverOn { get; init; }

    /// <summary>Day from which the request is no more, by withdrawal or closure.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Why it ended: <c>withdrawn</c>, <c>naturalised</c>, <c>deceased</c>, or a closure's reason.</summary>
    public string? EndReason { get; init; }

    /// <summary>Legal date of the implicit refusal; null when the clock does not run.</summary>
    public DateOnly? ImplicitRefusalOn { get; init; }

    /// <summary>Nothing has been notified and nothing has ended it.</summary>
    public bool Undecided => Decided is null && EndedOn is null;
}

/// <summary>Documents due, in order; the last term repeats.</summary>
/// <param name="OnFiling">From the day of filing, whatever is missing.</param>
public sealed record ProvisionalFacts(IReadOnlyList<TermFacts> Terms, bool OnFiling, string? Mention, string LegalBasis);

/// <summary>One document: <c>extension</c> or <c>receipt</c>, and months or days.</summary>
public sealed record TermFacts(string Kind, int Months, int Days);

/// <summary>First and last day, article.</summary>
public sealed record LegalCoverageFacts(DateOnly From, DateOnly Until, string LegalBasis);

/// <summary>Grant or refuse.</summary>
public enum DecisionOutcome
{
    /// <summary>The permit is granted.</summary>
    Grant,

    /// <summary>The permit is refused.</summary>
    Refuse,
}

/// <summary>How a person may be reached.</summary>
/// <param name="Email">Null when there is none.</param>
/// <param name="SafeContact">Nothing may leave for the known addresses: only what is read in the account.</param>
/// <param name="Deceased">Nothing is sent at all.</param>
/// <param name="Language">BCP 47: <c>fr</c>, <c>en</c>, <c>ar</c> …</param>
public sealed record ContactFacts(Guid PersonId, string FullName, string? Email, IReadOnlyList<string> PostalAddress, bool SafeContact, bool Deceased, string Language, string Prefecture)
{
    /// <summary>As it was given; null when there is none.</summary>
    public string? Phone { get; init; }
}
