using Anef.Applications.Contracts;
using Anef.Procedures.Contracts;

namespace Anef.Applications.Domain;

/// <summary>The permit that a person holds, both days inclusive.</summary>
internal sealed record HeldDocument(string Procedure, string? Ground, string Title, string? Number, DateOnly ValidFrom, DateOnly ValidUntil, bool Work)
{
    /// <summary>False while the register says "produced, not handed over", whatever the person has in hand.</summary>
    public bool HandedOver { get; init; } = true;

    public bool Lost { get; init; }

    /// <summary>The person says so; the prefecture has yet to find it in its register.</summary>
    public bool Declared { get; init; }

    public HeldPermit ForRules() => new(Procedure, Ground, ValidFrom, ValidUntil, Work);

    public HeldPermitFacts Facts() => new(Procedure, Ground, Title, Number, ValidFrom, ValidUntil, Work, Lost);
}
