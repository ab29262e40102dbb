using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.ProcessBatch;

namespace Anef.PartnerOrganisations.ReadBatch;

/// <summary>A batch and what became of each of its lines, as whoever sent it may know it.</summary>
internal sealed record BatchView(Batch Batch, IReadOnlyList<LineView> Lines)
{
    public bool IsOver => Batch.State == BatchState.Done;
}

/// <param name="Written">Kind and name as the line itself said them.</param>
/// <param name="Status">Null while it waits for its turn.</param>
internal sealed record LineView(int Number, string Written, LineStatus? Status, Repeat Repeat, string? Reference, string Reason, string Todo)
{
    /// <summary>As programs read it: <c>refusedNoMandate</c>; <c>waiting</c> while it waits.</summary>
    public string Code => Status is { } status ? AcknowledgementCsv.Name(status) : "waiting";
}
