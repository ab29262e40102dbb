namespace Anef.Staffing.ReportWorkload;

/// <summary>What was counted of one procedure.</summary>
internal sealed class Tally
{
    public int Opening { get; set; }

    public SortedDictionary<string, int> In { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> Out { get; } = new(StringComparer.Ordinal);

    /// <summary>Age of the closing stock.</summary>
    public Spread Ages { get; } = new();

    public Spread Delays { get; } = new();

    public Spread Completeness { get; } = new();

    /// <summary>Requests that ended, and how often documents were asked for in them.</summary>
    public int Ended { get; set; }

    public int DocumentRequests { get; set; }

    public int Attestations { get; set; }

    public int Renewals { get; set; }

    public int People { get; set; }

    public int GapDays { get; set; }

    public int PeopleInGap { get; set; }

    public int Silent { get; set; }

    /// <summary>Adds all that can be added: people may be in both, and are counted anew.</summary>
    public void Add(Tally other)
    {
        Opening += other.Opening;
        foreach (var (key, count) in other.In) In[key] = In.GetValueOrDefault(key) + count;
        foreach (var (key, count) in other.Out) Out[key] = Out.GetValueOrDefault(key) + count;
        Ages.Add(other.Ages);
        Delays.Add(other.Delays);
        Completeness.Add(other.Completeness);
        (Ended, DocumentRequests) = (Ended + other.Ended, DocumentRequests + other.DocumentRequests);
        (Attestations, Renewals) = (Attestations + other.Attestations, Renewals + other.Renewals);
        (GapDays, Silent) = (GapDays + other.GapDays, Silent + other.Silent);
    }

    public ReportRow AsRow(string procedure, string name) => new()
    {
        Procedure = procedure,
        Name = name,
        Opening = Opening,
        Inflow = In.Values.Sum(),
        Outflow = Out.Values.Sum(),
        Closing = Ages.Count,
        InflowBy = In,
        OutflowBy = Out,
        AgeQ1 = Ages.Rank(25),
        AgeMedian = Ages.Rank(50),
        AgeQ3 = Ages.Rank(75),
        OldestDays = Ages.Largest,
        DelaySample = Delays.Count,
        DelayP50 = Delays.Rank(50),
        DelayP80 = Delays.Rank(80),
        DelayP95 = Delays.Rank(95),
        CompletenessSample = Completeness.Count,
        CompletenessP50 = Completeness.Rank(50),
        CompletenessP80 = Completeness.Rank(80),
        DocumentRequestsPerFile = Ended == 0 ? null : Math.Round((decimal)DocumentRequests / Ended, 2),
        AttestationsIssued = Attestations,
        RenewalsIssued = Renewals,
        PeopleCovered = People,
        GapDays = GapDays,
        PeopleInGap = PeopleInGap,
        SilentRefusals = Silent,
    };
}
