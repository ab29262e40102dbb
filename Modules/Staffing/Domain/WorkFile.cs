namespace Anef.Staffing.Domain;

/// <summary>A filed request as the worklist knows it, in columns of its own so that the database orders it. Days are day numbers: every database subtracts those.</summary>
internal sealed class WorkFile
{
    /// <summary>The request.</summary>
    public Guid Id { get; init; }

    public Guid PersonId { get; init; }

    public string Number { get; set; } = "";

    public string Prefecture { get; set; } = "";

    public string? Site { get; set; }

    public string Zone { get; set; } = "";

    public string Procedure { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Channel { get; set; } = "";

    public string Language { get; set; } = "";

    public bool Restricted { get; set; }

    public DateTimeOffset FiledAt { get; set; }

    /// <summary>What has to be done with it now; <see cref="Step.Over"/> takes it off the list.</summary>
    public Step Step { get; set; }

    /// <summary>Somebody has something to do about it. Kept beside <see cref="Step"/> for the index of the list.</summary>
    public bool Open { get; set; }

    /// <summary>It came from another prefecture, or is offered by one.</summary>
    public bool TransferredIn { get; set; }

    public string? OfferedTo { get; set; }

    /// <summary>Tasks raised about it and not yet done.</summary>
    public int Tasks { get; set; }

    /// <summary>Situations of partners about it, not yet answered.</summary>
    public int PartnerCases { get; set; }

    /// <summary>Last day of coverage after which nothing follows by itself; null while a next document is issued unasked, or none is due.</summary>
    public int? CoverEndDay { get; set; }

    /// <summary>The earliest of the legal dates that run: silence, card due to a refugee, transfer to accept.</summary>
    public int? LegalDay { get; set; }

    /// <summary>The day of completeness, else that of filing.</summary>
    public int SinceDay { get; set; }

    /// <summary>A victim, or somebody to whom nothing may be sent.</summary>
    public bool InDanger { get; set; }

    public bool Beneficiary { get; set; }

    /// <summary>The permit that ends lets its holder work.</summary>
    public bool AtWork { get; set; }

    /// <summary>Rights are at risk within days: before all others until handled.</summary>
    public bool OnTop { get; set; }

    /// <summary>Points, as of <see cref="ScoredDay"/>.</summary>
    public int Score { get; set; }

    public int ScoredDay { get; set; }

    /// <summary>Account of the officer whose file it is; null for nobody's.</summary>
    public Guid? AssignedTo { get; set; }

    public DateTimeOffset? AssignedAt { get; set; }

    public long Version { get; private set; }
}

/// <summary>What has to be done with a file, and so in which queue it stands.</summary>
internal enum Step
{
    /// <summary>To be checked for completeness.</summary>
    ToCheck,

    /// <summary>Complete: to be decided.</summary>
    ToDecide,

    /// <summary>Signed: to be notified.</summary>
    ToNotify,

    /// <summary>Granted: the card is to be handed over.</summary>
    ToHandOver,

    /// <summary>The person has something to send.</summary>
    WaitingForPerson,

    /// <summary>Another office has: civil status.</summary>
    WaitingForOther,

    /// <summary>Nobody has anything to do.</summary>
    Over,
}
