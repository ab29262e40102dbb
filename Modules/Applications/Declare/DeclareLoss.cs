using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.Declare;

/// <summary>The card is lost or stolen, or was found again. Rights stay: attestations then name the declaration of loss.</summary>
internal sealed class DeclareLoss(ApplicationsDb db, Visitor visitor) : IUseCase<DeclareLoss.Request, Done>
{
    public sealed record Request(bool Found);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var person = await db.Person(visitor.OwnId(), ct);
        if (person.Held is null) throw new RuleBroken("applications.nothing-held", "Nous ne connaissons aucun titre que vous déteniez : déclarez d'abord le document que vous avez.");
        person.DeclareLoss(!request.Found);
        await db.SaveChangesAsync(ct);
        return new();
    }
}
