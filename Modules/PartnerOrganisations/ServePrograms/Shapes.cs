using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.ProcessBatch;
using Anef.PartnerOrganisations.ReadBatch;

namespace Anef.PartnerOrganisations.ServePrograms;

/// <summary>A batch that was taken.</summary>
/// <param name="Again">The same had been sent before: nothing was done twice.</param>
internal sealed record TakenShape(Guid Id, bool Again);

/// <summary>What a batch would become.</summary>
internal sealed record ForeseenShape(string? Fault, IReadOnlyList<LineShape> Lines);

/// <summary>How far a batch is.</summary>
/// <param name="State"><c>received</c>, <c>read</c>, <c>done</c>.</param>
internal sealed record BatchShape(Guid Id, string State, string Subject, DateTimeOffset ReceivedAt, int? Lines, int Settled, string? Fault)
{
    public static BatchShape Of(Batch batch) => new(batch.Id, $"{batch.State}".ToLowerInvariant(), batch.Subject, batch.ReceivedAt, batch.Lines, batch.Settled, batch.Fault);
}

/// <summary>Some lines of a batch.</summary>
/// <param name="Next">Ask for those after this one; null at the end of what is there.</param>
internal sealed record LinesShape(IReadOnlyList<LineShape> Lines, int? Next);

/// <summary>What became of a line.</summary>
/// <param name="Repeat"><c>new</c>, <c>same</c>, <c>correction</c>.</param>
internal sealed record LineShape(int Line, string Status, string? Reference, string Repeat, string Reason, string Todo)
{
    public static LineShape Of(LineView line) => new(line.Number, line.Code, line.Reference, $"{line.Repeat}".ToLowerInvariant(), line.Reason, line.Todo);

    public static LineShape Of(ForeseeMail.ForeseeMail.Line line) =>
        new(line.Read.Number, AcknowledgementCsv.Name(line.Status), null, $"{line.Repeat}".ToLowerInvariant(), line.Outcome.Reason, line.Outcome.Todo);
}
