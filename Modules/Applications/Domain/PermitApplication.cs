using Anef.Applications.Contracts;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.Domain;

/// <summary>A request for a residence permit, from draft to hand-over. What the rules said when it was filed stays with it.</summary>
internal sealed partial class PermitApplication : Aggregate
{
    private PermitApplication() { }

    public string Number { get; private set; } = "";

    public Guid PersonId { get; private init; }

    public string Procedure { get; private set; } = "";

    public string ProcedureName { get; private set; } = "";

    /// <summary>The catalogue's title: <c>CST</c>, <c>CR</c>, <c>none</c> …</summary>
    public string Title { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public string Ground { get; private set; } = "";

    public string Channel { get; private set; } = "";

    public string Prefecture { get; private set; } = "";

    public string? Site { get; private set; }

    public string Zone { get; private set; } = "";

    /// <summary>For a draft kept because it is too early: the day on which it can be filed.</summary>
    public DateOnly? OpensOn { get; private set; }

    /// <summary>When it was typed in; a paper file counts from its receipt.</summary>
    public DateTimeOffset KeyedAt { get; private set; }

    public DateTimeOffset? FiledAt { get; private set; }

    public DateOnly? FiledOn { get; private set; }

    public Timeliness Timeliness { get; private set; }

    public DateOnly? WindowOpens { get; private set; }

    public DateOnly? WindowCloses { get; private set; }

    /// <summary>Euros of art. L.436-5; null when not due.</summary>
    public decimal? LateFee { get; private set; }

    /// <summary>Which rule, version and article made each date and answer.</summary>
    public IReadOnlyDictionary<string, RuleReference> Rules { get; private set; } = new Dictionary<string, RuleReference>();

    public IReadOnlyList<FileDocument> Documents { get; private set; } = [];

    public IReadOnlyList<DocumentRequest> Requests { get; private set; } = [];

    public DateOnly? CompleteSince { get; private set; }

    public DateOnly? ConfirmedOn { get; private set; }

    /// <summary>The definitive civil status is awaited from another office; the person has nothing to do.</summary>
    public bool AwaitsCivilStatus { get; private set; }

    public ProvisionalFacts? Provisional { get; private set; }

    public LegalCoverageFacts? LegalCoverage { get; private set; }

    public WorkRight Work { get; private set; }

    public string? WorkCondition { get; private set; }

    public DateOnly? ImplicitRefusalOn { get; private set; }

    public DateOnly? ImplicitRefusalBornOn { get; private set; }

    public DateOnly? AppealUntil { get; private set; }

    public Decision? Decision { get; private set; }

    public DateOnly? WithdrawalEffectiveOn { get; private set; }

    public Ending? Ending { get; private set; }

    public TransferOffer? Offer { get; private set; }

    public DateOnly? CommissionSeizedOn { get; private set; }

    public string? CommissionMention { get; private set; }

    public DateOnly? CardDueOn { get; private set; }

    public DateOnly? CardReadyOn { get; private set; }

    public DateOnly? HandedOverOn { get; private set; }

    public bool CardAlerted { get; private set; }

    public Priority Priority { get; private set; } = Priority.P2;

    /// <summary>Few may open it, and each opening is logged.</summary>
    public bool Restricted { get; private set; }

    public IReadOnlyList<AnswerVersion> Answers { get; private set; } = [];

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    /// <summary>The earliest day on which something of this file falls due; null when nothing does.</summary>
    public DateOnly? NextDeadlineOn { get; private set; }

    public bool IsDraft => FiledOn is null;

    /// <summary>Nothing has been notified and nothing has ended it.</summary>
    public bool Undecided => !IsDraft && Decision?.NotifiedOn is null && Ending is null;

    public bool MissesIndispensable => Documents.Any(d => d is { Indispensable: true, ReceivedOn: null });

    public string Status => this switch
    {
        { Ending.Reason: "withdrawn" } => "withdrawn",
        { Ending: not null } => "closed",
        { IsDraft: true } => "draft",
        { HandedOverOn: not null } => "handedOver",
        { Decision: { NotifiedOn: not null, Outcome: DecisionOutcome.Grant } } => "granted",
        { Decision.NotifiedOn: not null } => "refused",
        { Decision: not null } => "signed",
        { AwaitsCivilStatus: true, MissesIndispensable: false } => "waitingForCivilStatus",
        { MissesIndispensable: true } => "waitingForDocuments",
        _ when Requests.Any(r => r.MetOn is null) => "waitingForDocuments",
        { ConfirmedOn: not null } => "complete",
        _ => "toBeChecked",
    };

    /// <exception cref="RuleBroken">Nothing can be changed any more, or not yet.</exception>
    public void EnsureOpen()
    {
        if (Undecided) return;
        if (IsDraft && Ending is null) throw new RuleBroken("applications.draft", $"La demande {Number} est encore un brouillon : déposez-la d'abord, dès le {OpensOn:dd/MM/yyyy}.");
        throw new RuleBroken("applications.over", $"La demande {Number} n'est plus en cours ({Status}) : rien ne peut plus y être changé.");
    }

    private void Cite(string answer, RuleReference rule) => Rules = new Dictionary<string, RuleReference>(Rules) { [answer] = rule };

    private void Note(DateTimeOffset at, string what, string detail = "") => History = [.. History, new(at, what, detail)];
}
