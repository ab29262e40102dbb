using Anef.Applications.Contracts;
using Anef.Attestations.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.ReadMail;

namespace Anef.PartnerOrganisations.ProcessBatch;

/// <summary>A line and what is known of it.</summary>
/// <param name="Person">Null when nobody was identified.</param>
/// <param name="Mandates">Of that person to the organisation, whatever they are worth today.</param>
internal sealed record LineFacts(ReadLine Line, PersonSought? Person, CoverageSummary? Coverage, IReadOnlyList<Mandate> Mandates);

/// <summary>What becomes of a line, and what has to be done for it.</summary>
internal sealed record Judgement(LineStatus Status, string? Reason)
{
    /// <summary>Null where nobody is identified or no mandate lets it be said.</summary>
    public PersonSought? Person { get; init; }

    /// <summary>The request that it is about.</summary>
    public RequestSought? Request { get; init; }

    public string? Prefecture { get; init; }

    public int Priority { get; init; } = 2;

    public DateOnly DueOn { get; init; }

    public bool SafeContact { get; init; }

    /// <summary>Somebody answers for it, or may have to.</summary>
    public bool HasCase { get; init; } = true;

    public LineAct Act { get; init; }

    /// <summary>Catalogue code that the act is about.</summary>
    public string? Procedure { get; init; }

    /// <summary>Why, where the words are not those of the code alone.</summary>
    public string? Words { get; init; }

    /// <summary>Nobody has anything left to do.</summary>
    public bool Closed { get; init; }
}

internal enum LineAct
{
    None,
    File,
    Attach,
    ChangeGround,
}
