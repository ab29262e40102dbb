using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.SeizeCommission;

/// <summary>The residence-permit commission is seized before a refusal: art. L.432-13, R.432-9.</summary>
internal sealed class SeizeCommission(ApplicationsDb db, IProcedures law, TimeProvider clock) : IUseCase<SeizeCommission.Request, Done>
{
    public sealed record Request(Guid ApplicationId);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, person) = await db.Application(request.ApplicationId, ct);
        var now = Moment.In(application.Zone, clock);
        application.SeizeCommission(person, person.FactsFor(application.Procedure, application.Kind, application.Ground, now.Day, null, null), law, now);
        await db.SaveChangesAsync(ct);
        return new();
    }
}
