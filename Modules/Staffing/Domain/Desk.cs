namespace Anef.Staffing.Domain;

/// <summary>An officer worked on files of a prefecture that day: opened one, or did something to it.</summary>
internal sealed class Presence
{
    public Guid AccountId { get; init; }

    public int Day { get; init; }

    /// <summary>Whose files they were.</summary>
    public string Prefecture { get; init; } = "";
}

/// <summary>A person whom an agent received that day, by telephone or at a counter: one a day, however many files were opened for them.</summary>
internal sealed class Contact
{
    public int Day { get; init; }

    public Guid AccountId { get; init; }

    public Guid PersonId { get; init; }

    public string Prefecture { get; init; } = "";

    /// <summary><c>phone</c>, <c>counter</c> or <c>mail</c>.</summary>
    public string Channel { get; set; } = "";
}

/// <summary>Days on which an officer belonged to a team.</summary>
internal sealed class TeamSpell
{
    public Guid AccountId { get; init; }

    public string Prefecture { get; init; } = "";

    public string Team { get; set; } = "";

    /// <summary>0 for the first team of an officer that is written down: what they did before is taken to have been done in it.</summary>
    public int FromDay { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public int? UntilDay { get; set; }
}

/// <summary>Who had a request when it left. No other module knows, so that no rebuild could find it again.</summary>
internal sealed class LastHolder
{
    public Guid ApplicationId { get; init; }

    public Guid AccountId { get; init; }
}
