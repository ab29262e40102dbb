using Anef.SharedKernel.Rules;

namespace Anef.Attestations.Domain;

/// <summary>What was true of the person and of the request when a document was issued. Never changed: new facts make a new row.</summary>
internal sealed record Basis
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; init; }

    public Guid ApplicationId { get; init; }

    public string Surname { get; init; } = "";

    public string FirstNames { get; init; } = "";

    public DateOnly Born { get; init; }

    public string? BirthPlace { get; init; }

    public string? Sex { get; init; }

    public string? Nationality { get; init; }

    public string? ForeignerNumber { get; init; }

    public string ApplicationNumber { get; init; } = "";

    public string ProcedureName { get; init; } = "";

    public string Ground { get; init; } = "";

    public DateOnly FiledOn { get; init; }

    public DateOnly? CompleteSince { get; init; }

    /// <summary>Title, number and last day of the document held, where there is one.</summary>
    public string? HeldTitle { get; init; }

    public string? HeldNumber { get; init; }

    public DateOnly? HeldUntil { get; init; }

    /// <summary>The held document was declared lost or stolen: the declaration stands for it.</summary>
    public bool HeldLost { get; init; }

    public WorkRight Work { get; init; }

    public string? WorkCondition { get; init; }

    /// <summary>Words that the law wants on it.</summary>
    public string? Mention { get; init; }

    /// <summary>Article under which the chain is issued.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>Department that issues, and the zone of its civil days.</summary>
    public string IssuedBy { get; init; } = "";

    public string Zone { get; init; } = "";
}
