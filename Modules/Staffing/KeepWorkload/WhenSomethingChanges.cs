using Anef.Applications.Contracts;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Events;

namespace Anef.Staffing.KeepWorkload;

/// <summary>Whatever is told of a person, their requests or their documents: the rows are looked at again, from the facts and not from the news.</summary>
internal sealed class WhenSomethingChanges(WorkloadBook book) : IHandleEvent<IPersonEvent>, IHandleEvent<AttestationIssued>, IHandleEvent<AttestationSuperseded>, IHandleEvent<AttestationRevoked>,
    IHandleEvent<CoverageGap>, IHandleEvent<CoverageEnding>
{
    public Task Handle(IPersonEvent fact, CancellationToken ct) => book.Keep([fact.PersonId], ct);

    public Task Handle(AttestationIssued fact, CancellationToken ct) => book.Keep([fact.PersonId], ct);

    public Task Handle(AttestationSuperseded fact, CancellationToken ct) => book.Keep([fact.PersonId], ct);

    public Task Handle(AttestationRevoked fact, CancellationToken ct) => book.Keep([fact.PersonId], ct);

    public Task Handle(CoverageGap fact, CancellationToken ct) => book.Keep([fact.PersonId], ct);

    public Task Handle(CoverageEnding fact, CancellationToken ct) => book.Keep([fact.PersonId], ct);
}
