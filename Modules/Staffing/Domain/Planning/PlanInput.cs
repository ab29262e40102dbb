namespace Anef.Staffing.Domain.Planning;

/// <summary>All that the simulation of one prefecture stands on.</summary>
internal sealed record PlanInput
{
    public required string Prefecture { get; init; }

    /// <summary>The day on whose morning the plan begins.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Periods, one after the other: what is left of the month that has begun, then whole months.</summary>
    public required IReadOnlyList<PlanPeriod> Periods { get; init; }

    /// <summary>By <see cref="PlanLine.Order"/>, then by <see cref="PlanLine.Pool"/>.</summary>
    public required IReadOnlyList<PlanLine> Lines { get; init; }

    /// <summary>Those who have learned what not everybody has.</summary>
    public IReadOnlyList<SkillPool> Pools { get; init; } = [];

    /// <summary>Full-time equivalents that are there.</summary>
    public required double Staff { get; init; }

    /// <summary>Net minutes that one full-time equivalent gives to files on each day, unforeseen absence not yet taken off; 0 where nobody works.</summary>
    public required double[] Minutes { get; init; }

    /// <summary>Share of them that are away without it having been foreseen.</summary>
    public required double Absence { get; init; }

    /// <summary>How unsure the level of the inflow is, as a deviation; one draw a run.</summary>
    public required double LevelSpread { get; init; }

    /// <summary>How much a procedure's month differs from what is expected of it, beyond pure chance.</summary>
    public double MonthSpread { get; init; } = 0.08;

    /// <summary>Days within which four files in five are to be decided.</summary>
    public required int TargetDays { get; init; }

    /// <summary>Days given to catch up: targets are judged from then on, for no staff undoes what has happened already.</summary>
    public required int CatchUpDays { get; init; }

    public required int Runs { get; init; }

    public required ulong Seed { get; init; }

    public int Days => Minutes.Length;

    /// <summary>Lines that wait in the same way are one: between them nothing is chosen. In the order of <see cref="Lines"/>.</summary>
    public IReadOnlyList<PlanGroup> Groups => [.. Lines.Select(PlanGroup.Of).Distinct()];

    /// <summary>As if everybody had learned everything.</summary>
    public PlanInput AllSkilled => Pools.Count == 0 ? this : this with { Pools = [], Lines = [.. Lines.Select(l => l with { Pool = PlanLine.Everybody })] };

    /// <summary>Days of arrival before the first, for what waits already.</summary>
    public int Past => Lines.Count == 0 ? 0 : Lines.Max(l => l.Stock.Length);
}

/// <param name="FirstDay">From 0, counted from the plan's first day.</param>
/// <param name="Days">How many.</param>
/// <param name="Reported">False for the rest of the month in which the plan begins.</param>
internal sealed record PlanPeriod(DateOnly Month, int FirstDay, int Days, bool Reported);

/// <summary>Those of the staff who have learned what not everybody has.</summary>
/// <param name="Share">How much of the staff they are, from 0 to 1.</param>
/// <param name="Among">Places of the pools of which they all are, their own among them: a minute of theirs is a minute of each. Pools that share some people only are taken not to.</param>
internal sealed record SkillPool(double Share, IReadOnlyList<int> Among);

/// <summary>Files that are wanted equally soon and done by the same people, whatever they are.</summary>
internal readonly record struct PlanGroup(int Order, int Pool, int? LegalAfter, int? AlertAfter)
{
    public static PlanGroup Of(PlanLine line) => new(line.Order, line.Pool, line.LegalAfter, line.AlertAfter);
}

/// <summary>Files of one procedure that wait in the same way.</summary>
internal sealed record PlanLine
{
    /// <summary>The <see cref="Pool"/> of what everybody does.</summary>
    public const int Everybody = -1;

    public required string Procedure { get; init; }

    /// <summary>Place of the pool whose people do it.</summary>
    public int Pool { get; init; } = Everybody;

    public required double Minutes { get; init; }

    /// <summary>Minutes of a file that arrives on <see cref="LaterFrom"/> or after.</summary>
    public double LaterMinutes { get; init; }

    public int LaterFrom { get; init; } = int.MaxValue;

    /// <summary>Days to the legal date; null where silence means nothing.</summary>
    public required int? LegalAfter { get; init; }

    /// <summary>Days after which nothing covers the person but what an officer does; null for files that renew themselves.</summary>
    public required int? AlertAfter { get; init; }

    /// <summary>Expected by day, in each period.</summary>
    public required double[] PerDay { get; init; }

    /// <summary>Waiting at the start: first those that arrived the day before, then two days before, and so on.</summary>
    public required int[] Stock { get; init; }

    /// <summary>Days after which it is wanted when the law says nothing [D].</summary>
    private const int Unhurried = 120;

    /// <summary>Whose cover depends on an officer goes first, then what the law wants first.</summary>
    public int Order => AlertAfter is { } alert ? Backlog.BeforeAll + alert : LegalAfter ?? Unhurried;

    public double MinutesOf(int arrival) => arrival >= LaterFrom ? LaterMinutes : Minutes;
}
