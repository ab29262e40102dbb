using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.PrepareChanges;

/// <summary>The person writes other answers; nothing is sent yet.</summary>
internal sealed class StageAnswers(ApplicationsDb db, Visitor visitor, TimeProvider clock) : IUseCase<StageAnswers.Request, Done>
{
    public sealed record Request(string Number, IReadOnlyDictionary<string, string> Answers);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, _) = await db.OwnApplication(visitor, request.Number, ct);
        var now = Moment.In(application.Zone, clock);
        var set = await db.OpenSet(application, now, ct);
        set.Write(request.Answers, application.Answers[^1].Answers, now);
        await db.SaveSet(ct);
        return new();
    }
}
