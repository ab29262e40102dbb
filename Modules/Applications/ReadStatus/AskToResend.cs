using Anef.Applications.Access;
using Anef.Applications.Contracts;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.ReadStatus;

/// <summary>An agent has an attestation sent again to the person, by their own channel and to nobody else.</summary>
internal sealed class AskToResend(ApplicationsDb db, FileDoor door, Visitor visitor) : IUseCase<AskToResend.Request, Done>
{
    public sealed record Request(Guid ApplicationId, string Attestation);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        if (!await door.TryOpen(visitor, request.ApplicationId, Sight.Status, "resend", ct)) throw new NotFound("cette demande");
        var (file, person) = await db.Application(request.ApplicationId, ct);
        db.Publish(new AttestationResendAsked(person.Id, file.Id, request.Attestation, visitor.Name));
        await db.SaveChangesAsync(ct);
        return new();
    }
}
