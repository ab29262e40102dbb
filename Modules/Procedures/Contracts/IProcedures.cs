using Anef.SharedKernel.Rules;

namespace Anef.Procedures.Contracts;

/// <summary>The catalogue and the rules of law, by date. Every answer names the rule that made it.</summary>
/// <remarks>Answers depend on the arguments alone: what was asked for a filing day is answered the same for ever by the same version.</remarks>
public interface IProcedures
{
    /// <summary>The procedures of the catalogue on a day.</summary>
    IReadOnlyList<Procedure> All(DateOnly on);

    /// <summary>A procedure by its code, or null.</summary>
    Procedure? Find(string code, DateOnly on);

    /// <summary>Whether the procedure is on the ministry's list of online procedures (annex 9) that day: art. R.431-2.</summary>
    bool IsOnline(string procedure, string department, DateOnly on);

    /// <summary>The procedure that renews a held permit; null when it is not renewable.</summary>
    string? RenewalOf(HeldPermit held, DateOnly on);

    /// <summary>Whether that procedure renews the held permit.</summary>
    bool Renews(string procedure, HeldPermit held, DateOnly on);

    /// <summary>Window, timeliness and late fee of a request filed on a day: art. R.431-4, R.431-5, R.431-8, L.436-5.</summary>
    FilingJudgement Judge(FilingFacts facts);

    /// <summary>When the renewal of a held permit may be asked: art. R.431-5.</summary>
    FilingWindow? RenewalWindow(HeldPermit held, string department, DateOnly on);

    /// <summary>The day on which silence becomes a refusal: art. R.432-1, R.432-2; null when silence means nothing.</summary>
    SilenceDate? SilenceOf(string procedure, string kind, DateOnly completeSince);

    /// <summary>The last day of the appeal against a refusal born or notified on a day.</summary>
    LegalDate AppealUntil(DateOnly refusedOn, bool withRemovalOrder);

    /// <summary>What a provisional document lets its holder do: art. R.431-14, R.431-15-2.</summary>
    WorkRuling WorkOf(FilingFacts facts);

    /// <summary>Which provisional documents are due while nothing is decided: art. R.431-12, R.431-15-1 to -4; null when none is.</summary>
    ProvisionalRule? ProvisionalOf(FilingFacts facts);

    /// <summary>The document of a person whose case goes to the residence-permit commission: art. R.432-9.</summary>
    ProvisionalRule CommissionReceiptOf(FilingFacts facts);

    /// <summary>Coverage by the expired card itself: art. L.433-3; null when the law gives none.</summary>
    LegalCoverage? LegalCoverageOf(HeldPermit held, DateOnly filedOn, bool departmentListed);

    /// <summary>The day on which the card of a protection beneficiary is due: art. R.424-1; null for all others and for their family.</summary>
    LegalDate? CardDueOn(FilingFacts facts);

    /// <summary>The documents to bring, with those whose absence makes the request incomplete.</summary>
    IReadOnlyList<RequiredDocument> DocumentsOf(string procedure, string kind, DateOnly on);

    /// <summary>The fee on the day of the taxable event, the hand-over: art. L.436-1 and following.</summary>
    FeeRuling FeeOf(string procedure, string kind, DateOnly taxableOn);

    /// <summary>How many months the permit that is asked for lasts; null when the procedure gives none.</summary>
    int? MonthsOf(string procedure, DateOnly on);
}

/// <summary>A catalogue entry.</summary>
public sealed record Procedure(string Code, string Name, IReadOnlyList<string> Articles, IReadOnlyList<string> Kinds, string Title,
    string Window, string Provisional, string Silence, bool Online, DateOnly? OnlineFrom, string Fee);

/// <summary>The document that a person holds.</summary>
/// <param name="Procedure">Catalogue code under which it was issued.</param>
/// <param name="Ground">Article.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidUntil">Last day, inclusive.</param>
/// <param name="Work">Whether it lets its holder work.</param>
public sealed record HeldPermit(string Procedure, string? Ground, DateOnly ValidFrom, DateOnly ValidUntil, bool Work);

/// <summary>What the rules need to know of a request and of the person.</summary>
public sealed record FilingFacts
{
    /// <summary>Catalogue code.</summary>
    public required string Procedure { get; init; }

    /// <summary><c>first</c>, <c>renewal</c>, <c>change_status</c>, <c>duplicate</c>, <c>declaration</c> …</summary>
    public required string Kind { get; init; }

    /// <summary>Article asked for.</summary>
    public required string Ground { get; init; }

    /// <summary>Department code.</summary>
    public required string Department { get; init; }

    /// <summary>Day of filing in the prefecture's zone.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Day of filing in Paris: an act is in time when it is so in one of the two.</summary>
    public DateOnly? OnInParis { get; init; }

    /// <summary>The document held, if any.</summary>
    public HeldPermit? Held { get; init; }

    /// <summary>Birth date.</summary>
    public DateOnly? Born { get; init; }

    /// <summary>Day of entry into France.</summary>
    public DateOnly? EnteredOn { get; init; }

    /// <summary><c>refugee</c>, <c>subsidiary</c>, <c>stateless</c>, or null.</summary>
    public string? Protection { get; init; }

    /// <summary>Day on which protection was recognised.</summary>
    public DateOnly? RecognisedOn { get; init; }

    /// <summary>Asks as a member of a protected person's family.</summary>
    public bool FamilyOfProtected { get; init; }

    /// <summary>Day of moving in, for a declaration of residence.</summary>
    public DateOnly? MovedOn { get; init; }
}

/// <summary>Whether a request was filed in its window.</summary>
public enum Timeliness
{
    /// <summary>No window applies; covered like a request in time.</summary>
    NotApplicable,

    /// <summary>In the window.</summary>
    InTime,

    /// <summary>After its last day.</summary>
    Late,
}

/// <summary>First and last day, both inclusive; null where there is none.</summary>
public sealed record FilingWindow(DateOnly? Opens, DateOnly? Closes, RuleReference Rule);

/// <summary>What the rules say of a filing.</summary>
/// <param name="Window">The window that applies.</param>
/// <param name="Timeliness">In time, late, or no window.</param>
/// <param name="TooEarlyUntil">When set, the request cannot be filed before that day.</param>
/// <param name="Kind">The kind as it must be treated: a renewal asked more than six months late is a first request (R.431-8).</param>
/// <param name="LateFee">Whether the regularisation fee of L.436-5 is due.</param>
public sealed record FilingJudgement(FilingWindow Window, Timeliness Timeliness, DateOnly? TooEarlyUntil, string Kind, LateFee? LateFee);

/// <summary>The fee of a renewal asked late, in euros, with the ways out in French.</summary>
public sealed record LateFee(decimal Amount, IReadOnlyList<string> WaysOut, RuleReference Rule);

/// <summary>A date and the rule that made it.</summary>
public sealed record LegalDate(DateOnly On, RuleReference Rule);

/// <summary>The day on which silence becomes a refusal, with the delay in words.</summary>
public sealed record SilenceDate(DateOnly On, string Delay, RuleReference Rule);

/// <summary>A right to work, with its condition in French where there is one.</summary>
public sealed record WorkRuling(WorkRight Work, string? Condition, RuleReference Rule);

/// <summary>A kind of provisional document.</summary>
public enum ProvisionalKind
{
    /// <summary>Attestation de prolongation d'instruction.</summary>
    Extension,

    /// <summary>Récépissé.</summary>
    Receipt,

    /// <summary>Récépissé of art. R.432-9.</summary>
    CommissionReceipt,
}

/// <summary>One document of the chain: a kind, and months or days.</summary>
public sealed record DocumentTerm(ProvisionalKind Kind, int Months, int Days);

/// <summary>The chain of documents due while nothing is decided.</summary>
/// <param name="Terms">First, second …; the last repeats.</param>
/// <param name="OnFiling">Due from the day of filing, whatever is missing; else from the day of completeness.</param>
/// <param name="Mention">Words that the law wants on it, in French.</param>
/// <param name="Rule">The rule.</param>
public sealed record ProvisionalRule(IReadOnlyList<DocumentTerm> Terms, bool OnFiling, string? Mention, RuleReference Rule);

/// <summary>First and last day of coverage by the expired card.</summary>
public sealed record LegalCoverage(DateOnly From, DateOnly Until, RuleReference Rule);

/// <summary>A document of the list.</summary>
public sealed record RequiredDocument(string Code, string Label, bool Indispensable);

/// <summary>A fee in euros with its parts in French.</summary>
public sealed record FeeRuling(decimal Amount, string Detail, RuleReference Rule);
