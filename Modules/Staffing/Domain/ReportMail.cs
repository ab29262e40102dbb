using Anef.SharedKernel.Calendar;

namespace Anef.Staffing.Domain;

/// <summary>When a prefecture wants its report of the week; without a row, on Mondays at seven.</summary>
internal sealed class ReportSchedule
{
    public string Prefecture { get; init; } = "";

    public DayOfWeek Day { get; set; } = DayOfWeek.Monday;

    /// <summary>Hour of the prefecture's own clock.</summary>
    public int Hour { get; set; } = 7;

    public bool Enabled { get; set; } = true;

    public long Version { get; private set; }

    /// <summary>The seven days before the last time at which a report was due.</summary>
    public (DateOnly From, DateOnly To) Latest(DateTimeOffset now, string zone)
    {
        var local = now.In(zone);
        var today = DateOnly.FromDateTime(local.DateTime);
        var due = today.AddDays(-(((int)today.DayOfWeek - (int)Day + 7) % 7));
        if (due == today && local.Hour < Hour) due = due.AddDays(-7);
        return (due.AddDays(-7), due.AddDays(-1));
    }
}

/// <summary>An officer who asked for the report of the team.</summary>
internal sealed class ReportSubscription
{
    public string Prefecture { get; init; } = "";

    public Guid AccountId { get; init; }
}

/// <summary>The report of a period was made out: who receives it is settled, once.</summary>
internal sealed class ReportIssue
{
    public string Prefecture { get; init; } = "";

    public DateOnly From { get; init; }

    public DateOnly To { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>A report on its way to one agent.</summary>
internal sealed class ReportSending
{
    public const int MaxAttempts = 14;

    /// <summary>Also of the mail: told twice, it is one.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Prefecture { get; init; } = "";

    public DateOnly From { get; init; }

    public DateOnly To { get; init; }

    public Guid AccountId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The officer's team, of which the report tells; null for the whole prefecture.</summary>
    public string? Team { get; init; }

    public SendingState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Not before.</summary>
    public DateTimeOffset TryAt { get; private set; }

    public string? Fault { get; private set; }

    public DateTimeOffset? HandedAt { get; private set; }

    public long Version { get; private set; }

    public void Handed(DateTimeOffset now) => (State, HandedAt, Fault, Attempts) = (SendingState.Handed, now, null, Attempts + 1);

    /// <summary>Ten minutes, doubled each time, at most half a day.</summary>
    public void Failed(string why, DateTimeOffset now)
    {
        Attempts++;
        Fault = why.Length > 300 ? why[..300] : why;
        if (Attempts >= MaxAttempts) State = SendingState.GivenUp;
        TryAt = now.AddMinutes(Math.Min(720, 10 * Math.Pow(2, Attempts - 1)));
    }

    public void Drop(string why) => (State, Fault) = (SendingState.GivenUp, why);
}

internal enum SendingState
{
    Waiting,

    /// <summary>The post has it, and tries again by itself.</summary>
    Handed,

    GivenUp,
}
