using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.SupplyDocuments;

/// <summary>The person, or whoever received the paper for them, supplies documents.</summary>
internal sealed class SupplyDocuments(ApplicationsDb db, IProcedures law, TimeProvider clock) : IUseCase<SupplyDocuments.Request, Done>
{
    /// <param name="ReceivedOn">Day of receipt on paper; else the day it is now.</param>
    public sealed record Request(Guid ApplicationId, IReadOnlyList<string> Documents, DateOnly? ReceivedOn = null);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, person) = await db.Application(request.ApplicationId, ct);
        var now = Moment.In(application.Zone, clock);
        if (request.ReceivedOn > now.Day) throw new RuleBroken("applications.received-tomorrow", $"Le jour de réception ({request.ReceivedOn:dd/MM/yyyy}) est à venir.");
        application.Receive(request.Documents, request.ReceivedOn ?? now.Day, person, law, now);
        await db.SaveChangesAsync(ct);
        return new();
    }
}
