using Anef.Attestations.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Attestations.Domain;

/// <summary>How far a person is covered, and what is issued next and when. One row a person; the sweep needs nothing else.</summary>
internal sealed class PersonCoverage
{
    public Guid PersonId { get; init; }

    /// <summary>Zone of the prefecture in charge: its civil days decide.</summary>
    public string Zone { get; set; } = "";

    public string IssuedBy { get; set; } = "";

    /// <summary>The request that carries the chain.</summary>
    public Guid? ApplicationId { get; set; }

    /// <summary>What the next document will state.</summary>
    public Guid? BasisId { get; set; }

    /// <summary>What it will say of work, in which words, under which article.</summary>
    public WorkRight Work { get; private set; }

    public string? Mention { get; private set; }

    public string LegalBasis { get; private set; } = "";

    /// <summary>It follows a document of the chain, and not the held permit or nothing.</summary>
    public bool Succeeds { get; private set; }

    /// <summary>First day of the next document; the person is covered to its eve.</summary>
    public DateOnly? NextFrom { get; set; }

    /// <summary>Kind and duration of the next document; null when none is owed.</summary>
    public AttestationKind? NextKind { get; set; }

    public int NextMonths { get; set; }

    public int NextDays { get; set; }

    /// <summary>The same of those after it.</summary>
    public AttestationKind? ThenKind { get; set; }

    public int ThenMonths { get; set; }

    public int ThenDays { get; set; }

    public int LeadDays { get; set; }

    /// <summary>Day on which the next document is issued or, with no kind, on which the person is looked at again; null when there is nothing to do.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Last day of coverage by the expired card (L.433-3).</summary>
    public DateOnly? LawUntil { get; set; }

    /// <summary>What the person was last warned of: request and reason.</summary>
    public string? Warned { get; set; }

    /// <summary>Day on which somebody was last told that the person holds nothing.</summary>
    public DateOnly? AlarmedOn { get; set; }

    public long Version { get; private set; }

    /// <summary>The chain goes on by itself while nothing is decided.</summary>
    public bool GoesOn => NextKind is not null && DueOn is not null;

    /// <summary>Sets what the next documents state.</summary>
    public void State(Basis basis, Guid applicationId)
    {
        (Zone, IssuedBy, ApplicationId, BasisId) = (basis.Zone, basis.IssuedBy, applicationId, basis.Id);
        (Work, Mention, LegalBasis) = (basis.Work, basis.Mention, basis.LegalBasis);
    }

    /// <summary>Sets the next document, due so many days before the last day of the current one.</summary>
    public void Await(Term next, Term then, DateOnly from, int leadDays, bool succeeds)
    {
        (NextKind, NextMonths, NextDays) = (next.Kind, next.Months, next.Days);
        (ThenKind, ThenMonths, ThenDays) = (then.Kind, then.Months, then.Days);
        (NextFrom, LeadDays, DueOn, Succeeds) = (from, leadDays, Term.DueOn(from, leadDays), succeeds);
    }

    /// <summary>Nothing more is issued by itself; the person is looked at again on that day, if any.</summary>
    public void Stop(DateOnly? lookAgainOn)
    {
        (NextKind, ThenKind, NextFrom) = (null, null, null);
        DueOn = lookAgainOn;
    }
}
