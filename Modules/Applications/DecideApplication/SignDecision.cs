using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.DecideApplication;

/// <summary>A decision is signed. It is one for the person only when notified.</summary>
internal sealed class SignDecision(ApplicationsDb db, PrefectureCatalog prefectures, TimeProvider clock) : IUseCase<SignDecision.Request, Done>
{
    /// <param name="RemovalOrder">A refusal with an obligation to leave the territory: the time to appeal is shorter.</param>
    public sealed record Request(Guid ApplicationId, DecisionOutcome Outcome, IReadOnlyList<string> Reasons, bool RemovalOrder = false);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, _) = await db.Application(request.ApplicationId, ct);
        if (prefectures.Of(application.Prefecture).TwoSignatures)
            throw new RuleBroken("applications.two-signatures", "Cette préfecture demande deux signatures : rédigez la décision sur le dossier, deux personnes la signent.");
        application.Sign(request.Outcome, request.Reasons, request.RemovalOrder, Moment.In(application.Zone, clock));
        await db.SaveChangesAsync(ct);
        return new();
    }
}
