using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.CloseApplication;

/// <summary>An officer closes a request without a decision, for one of the few reasons that allow it.</summary>
internal sealed class CloseApplication(ApplicationsDb db, TimeProvider clock) : IUseCase<CloseApplication.Request, Done>
{
    private static readonly string[] Reasons = ["duplicateOfAnother", "leftAtOwnRequest"];

    public sealed record Request(Guid ApplicationId, string Reason);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        if (!Reasons.Contains(request.Reason))
            throw new RuleBroken("applications.closure-reason", $"Une demande en cours ne se clôt pas sans décision. Motifs admis : {string.Join(", ", Reasons)}. Mauvaise catégorie : requalifiez-la, sa date de dépôt reste.");
        var (application, _) = await db.Application(request.ApplicationId, ct);
        application.Close(request.Reason, Moment.In(application.Zone, clock));
        await db.SaveChangesAsync(ct);
        return new();
    }
}
