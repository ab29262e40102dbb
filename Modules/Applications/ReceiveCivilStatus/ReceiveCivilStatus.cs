using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.ReceiveCivilStatus;

/// <summary>The civil status established by OFPRA arrives; the one declared stays, and so do the documents issued under it.</summary>
internal sealed class ReceiveCivilStatus(ApplicationsDb db, TimeProvider clock) : IUseCase<ReceiveCivilStatus.Request, Done>
{
    /// <param name="Identity">As established; null when it is the one declared.</param>
    public sealed record Request(Guid ApplicationId, bool Definitive, Identity? Identity = null);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, person) = await db.Application(request.ApplicationId, ct);
        application.CivilStatusArrived(request.Definitive, Moment.In(application.Zone, clock));
        if (request.Definitive) person.Establish(request.Identity ?? person.Identity);
        await db.SaveChangesAsync(ct);
        return new();
    }
}
