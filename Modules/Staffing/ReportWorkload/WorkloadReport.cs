using System.Text.Json.Serialization;

namespace Anef.Staffing.ReportWorkload;

/// <summary>The load of a prefecture over some days, both inclusive. Written as JSON under these names.</summary>
/// <param name="Prefecture">Department code; null for the whole country.</param>
/// <param name="Name">Of the prefecture.</param>
/// <param name="Rows">One a procedure in the order of the catalogue, then <see cref="ReportRow.Total"/>.</param>
internal sealed record WorkloadReport(string? Prefecture, string Name, DateOnly From, DateOnly To, string? Site, IReadOnlyList<ReportRow> Rows)
{
    /// <summary>A team of the prefecture; null for all.</summary>
    public string? Team { get; init; }

    /// <summary>The only procedure that is told of; null for all.</summary>
    public string? Procedure { get; init; }

    /// <summary>Procedures of a prefecture under which restricted requests are counted; not asked of the whole country, which nobody sees from inside.</summary>
    [JsonIgnore]
    public IReadOnlySet<string> Delicate { get; init; } = new HashSet<string>();

    [JsonIgnore]
    public ReportRow Sum => Rows[^1];

    /// <summary>Rows of procedures in which there is something to tell.</summary>
    [JsonIgnore]
    public IEnumerable<ReportRow> Told => Rows.SkipLast(1).Where(r => r.Tells);
}

/// <summary>Figures of one procedure, or of all. Days are calendar days; what cannot be measured is null, and so is what is withheld.</summary>
internal sealed record ReportRow
{
    public const string Total = "total";

    public string Procedure { get; init; } = "";

    public string Name { get; init; } = "";

    [JsonIgnore]
    public bool Tells => (Opening, Inflow, Outflow, Closing) != (0, 0, 0, 0) || (CompletenessSample, AttestationsIssued, GapDays, SilentRefusals) != (0, 0, 0, 0);

    /// <summary>Requests in stock before the first day.</summary>
    public int? Opening { get; init; } = 0;

    /// <summary>Requests filed, transferred in or requalified into this procedure.</summary>
    public int? Inflow { get; init; } = 0;

    /// <summary>Requests that left: notified decisions, endings, transfers, requalifications.</summary>
    public int? Outflow { get; init; } = 0;

    /// <summary>Requests in stock after the last day.</summary>
    public int? Closing { get; init; } = 0;

    /// <summary>Inflow by channel of filing, and by move. Null when withheld.</summary>
    public IReadOnlyDictionary<string, int>? InflowBy { get; init; } = new Dictionary<string, int>();

    /// <summary>Outflow by outcome. Null when withheld.</summary>
    public IReadOnlyDictionary<string, int>? OutflowBy { get; init; } = new Dictionary<string, int>();

    /// <summary>Days since filing of what is in stock at the end: quartiles by nearest rank.</summary>
    public int? AgeQ1 { get; init; }

    public int? AgeMedian { get; init; }

    public int? AgeQ3 { get; init; }

    public int? OldestDays { get; init; }

    /// <summary>Decisions notified in the period whose delay is known.</summary>
    public int? DelaySample { get; init; } = 0;

    /// <summary>Days from completeness to notification, without those spent waiting for the person.</summary>
    public int? DelayP50 { get; init; }

    public int? DelayP80 { get; init; }

    public int? DelayP95 { get; init; }

    /// <summary>Requests that became complete in the period.</summary>
    public int? CompletenessSample { get; init; } = 0;

    /// <summary>Days from filing to completeness.</summary>
    public int? CompletenessP50 { get; init; }

    public int? CompletenessP80 { get; init; }

    /// <summary>Requests for documents, a request that ended in the period.</summary>
    public decimal? DocumentRequestsPerFile { get; init; }

    /// <summary>Attestations issued in the period; the confirmation of filing, which proves nothing else, is none.</summary>
    public int? AttestationsIssued { get; init; } = 0;

    /// <summary>Of them, those that followed another without a break.</summary>
    public int? RenewalsIssued { get; init; } = 0;

    /// <summary>People to whom they were issued.</summary>
    public int? PeopleCovered { get; init; } = 0;

    /// <summary>Days of the period on which somebody held nothing that they were owed, all people together.</summary>
    public int? GapDays { get; init; } = 0;

    /// <summary>Whose days these were.</summary>
    public int? PeopleInGap { get; init; } = 0;

    /// <summary>Legal dates that passed in silence.</summary>
    public int? SilentRefusals { get; init; } = 0;

    /// <summary>Situations of partners whose last day fell in the period, answered by then. They have no procedure: of the total only.</summary>
    public int? PartnerDeadlinesKept { get; init; }

    public int? PartnerDeadlinesMissed { get; init; }

    /// <summary>Days on which an officer worked on a file of the prefecture, all officers together. Of the total only, and so are those below; null where no such day was ever recorded.</summary>
    public int? OfficerDays { get; init; }

    /// <summary>Officer-days, a working day of the period.</summary>
    public decimal? OfficersPresent { get; init; }

    /// <summary>Requests ended by a decision, an officer-day.</summary>
    public decimal? FilesPerOfficerDay { get; init; }

    /// <summary>People received by telephone, once a day and agent; null where none was ever recorded.</summary>
    public int? PhoneContacts { get; init; }

    /// <summary>The same at counters and welcome points.</summary>
    public int? CounterVisits { get; init; }

    /// <summary>How many people make these figures.</summary>
    [JsonIgnore]
    public (int Officers, int Phone, int Counter) People { get; init; }

    /// <summary>Names of the figures that are not shown because fewer than five people make them.</summary>
    public IReadOnlyCollection<string> Withheld { get; init; } = [];
}
