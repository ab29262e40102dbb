using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.PrepareChanges;

/// <summary>The person sends the prepared changes, all or none. The filing date stays, and so does every earlier version.</summary>
internal sealed class SendChanges(ApplicationsDb db, IProcedures law, Visitor visitor, TimeProvider clock) : IUseCase<SendChanges.Request, Done>
{
    public sealed record Request(string Number);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, person) = await db.OwnApplication(visitor, request.Number, ct);
        application.EnsureOpen();
        if (await db.OpenSet(application.Id, ct) is not { } set)
            throw new RuleBroken("applications.nothing-amended", "Rien n'a été modifié, ou ces modifications sont déjà envoyées.");
        application.Take(set, person, law, Moment.In(application.Zone, clock));
        person.Reach(AmendApplication.AmendApplication.Changed(person.Contact, set.Answers));
        db.Remove(set);
        await db.SaveSet(ct);
        return new();
    }
}
