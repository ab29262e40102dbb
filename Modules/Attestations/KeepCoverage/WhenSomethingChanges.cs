using Anef.Applications.Contracts;
using Anef.SharedKernel.Events;

namespace Anef.Attestations.KeepCoverage;

/// <summary>Whatever is told of a person or of their requests: their documents are looked at again, from the facts and not from the news.</summary>
internal sealed class WhenSomethingChanges(CoverageBook book) : IHandleEvent<IPersonEvent>
{
    public Task Handle(IPersonEvent fact, CancellationToken ct) => book.Keep(fact.PersonId, ct);
}
