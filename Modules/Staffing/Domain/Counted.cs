namespace Anef.Staffing.Domain;

/// <summary>An attestation that was issued, to be counted.</summary>
internal sealed class CountedAttestation
{
    /// <summary>Its number.</summary>
    public string Number { get; init; } = "";

    public Guid ApplicationId { get; init; }

    public Guid PersonId { get; init; }

    public string Prefecture { get; init; } = "";

    public string Procedure { get; init; } = "";

    public string Kind { get; init; } = "";

    /// <summary>It follows another without a break.</summary>
    public bool Renewal { get; init; }

    public int Day { get; init; }
}

/// <summary>Days, both inclusive, on which somebody held nothing that they were owed.</summary>
internal sealed class CountedGap
{
    public Guid ApplicationId { get; init; }

    public Guid PersonId { get; init; }

    public string Prefecture { get; init; } = "";

    public string Procedure { get; init; } = "";

    public int FromDay { get; init; }

    public int ToDay { get; init; }
}

/// <summary>A permit that somebody holds: its end announces a request.</summary>
internal sealed class HeldPermit
{
    public Guid PersonId { get; init; }

    public string Prefecture { get; set; } = "";

    /// <summary>The procedure under which it was issued.</summary>
    public string Procedure { get; set; } = "";

    public int UntilDay { get; set; }

    /// <summary>Its renewal is asked for already.</summary>
    public bool Asked { get; set; }
}

/// <summary>A situation sent by a partner organisation, with its last day.</summary>
internal sealed class PartnerDeadline
{
    /// <summary>The case.</summary>
    public Guid Id { get; init; }

    public Guid? ApplicationId { get; init; }

    public string? Prefecture { get; init; }

    public int OpenedDay { get; init; }

    public int DueDay { get; init; }

    public int? AnsweredDay { get; init; }
}
