using Anef.SharedKernel.Rules;

namespace Anef.Staffing.Domain;

/// <summary>What an officer can take. An officer of whom nothing is written takes anything, as much as comes.</summary>
internal sealed class TeamMember
{
    public const int LargestCapacity = 1000;

    /// <summary>The account.</summary>
    public Guid AccountId { get; init; }

    public string Prefecture { get; init; } = "";

    public string Name { get; set; } = "";

    /// <summary>Free words; reports and filters go by it.</summary>
    public string? Team { get; private set; }

    /// <summary>Files to act upon that may be theirs at once; 0 for no limit.</summary>
    public int Capacity { get; private set; }

    /// <summary>Percent of a full post.</summary>
    public int Share { get; private set; } = 100;

    /// <summary>Catalogue codes; none means all.</summary>
    public IReadOnlyList<string> Procedures { get; private set; } = [];

    /// <summary>BCP 47, beside French; none means French only is spoken, which keeps nobody from a file.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>The report of their team is sent to them too.</summary>
    public bool WantsReport { get; set; }

    public long Version { get; private set; }

    /// <exception cref="RuleBroken">Out of range.</exception>
    public void Set(string? team, int capacity, int share, IReadOnlyList<string> procedures, IReadOnlyList<string> languages)
    {
        if (capacity is < 0 or > LargestCapacity) throw new RuleBroken("staffing.capacity", $"La capacité va de 0 (sans limite) à {LargestCapacity} dossiers.");
        if (share is < 10 or > 100) throw new RuleBroken("staffing.share", "La quotité de travail va de 10 à 100 %.");
        if (team?.Length > 60) throw new RuleBroken("staffing.team", "Le nom d'une équipe tient en 60 caractères.");
        (Team, Capacity, Share, Procedures, Languages) = (string.IsNullOrWhiteSpace(team) ? null : team.Trim(), capacity, share, procedures, languages);
    }

    /// <summary>Whether a file is one that they can take, who may open it being another question.</summary>
    public bool Takes(WorkFile file) => Procedures.Count == 0 || Procedures.Contains(file.Procedure);

    /// <summary>Speaks the person's language.</summary>
    public bool Speaks(WorkFile file) => Languages.Contains(file.Language);
}

/// <summary>Days, both inclusive, on which an officer is away.</summary>
internal sealed class Absence
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public string Prefecture { get; init; } = "";

    public DateOnly From { get; init; }

    public DateOnly Until { get; init; }

    /// <summary>Whoever wrote it down.</summary>
    public string By { get; init; } = "";

    /// <summary>Their files were given to others because of it.</summary>
    public bool Redistributed { get; set; }
}

/// <summary>A list that an officer comes back to, under a name.</summary>
internal sealed class SavedFilter
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The part of the address after the question mark.</summary>
    public string Query { get; init; } = "";
}

/// <summary>Something to do that was raised about a file or a person.</summary>
internal sealed class RaisedTask
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; init; }

    public Guid? ApplicationId { get; init; }

    /// <summary>As raised: <c>coverageRisk</c>, <c>handOverReconciliation</c> …</summary>
    public string Kind { get; init; } = "";

    public string Prefecture { get; init; } = "";

    /// <summary>In French.</summary>
    public string Why { get; set; } = "";

    public DateTimeOffset RaisedAt { get; init; }

    public DateTimeOffset? DoneAt { get; private set; }

    public string? DoneBy { get; private set; }

    public long Version { get; private set; }

    public void Do(string by, DateTimeOffset now)
    {
        if (DoneAt is not null) return;
        (DoneAt, DoneBy) = (now, by);
    }
}

/// <summary>Officers of one prefecture prepare files of another: competence, clock and signature stay where they are.</summary>
internal sealed class AidAgreement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose files they are.</summary>
    public string Aided { get; init; } = "";

    /// <summary>Whose officers prepare them.</summary>
    public string Helper { get; init; } = "";

    /// <summary>Catalogue codes; none means all.</summary>
    public IReadOnlyList<string> Procedures { get; init; } = [];

    public DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly Until { get; set; }

    /// <summary>Who of the aided prefecture asked.</summary>
    public string AskedBy { get; init; } = "";

    /// <summary>Who of the helping prefecture agreed; null until then.</summary>
    public string? AgreedBy { get; set; }

    public long Version { get; private set; }

    public bool HoldsOn(DateOnly day) => AgreedBy is not null && From <= day && day <= Until;
}
