using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.ReadMail;
using Anef.SharedKernel.UseCases;

namespace Anef.PartnerOrganisations.ForeseeMail;

/// <summary>What would become of each line, without anything being done or kept.</summary>
internal sealed class ForeseeMail : IUseCase<ForeseeMail.Request, ForeseeMail.Foreseen>
{
    public sealed record Request(byte[] Content, Guid Organisation);

    /// <param name="Fault">Why nothing of it could be read, in French.</param>
    public sealed record Foreseen(IReadOnlyList<Line> Lines, string? Fault);

    /// <param name="Reason">Code; its words are in the outcomes.</param>
    public sealed record Line(ReadLine Read, LineStatus Status, string? Reason, Repeat Repeat);

    public Task<Foreseen> Handle(Request request, CancellationToken ct) => Task.FromResult(new Foreseen([], null));
}
