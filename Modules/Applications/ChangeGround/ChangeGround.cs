using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.ChangeGround;

/// <summary>Same file, other ground (the person) or other procedure (an officer): nothing starts over.</summary>
internal sealed class ChangeGround(ApplicationsDb db, IProcedures law, PrefectureCatalog prefectures, TimeProvider clock) : IUseCase<ChangeGround.Request, Done>
{
    /// <param name="Procedure">Null when it stays.</param>
    /// <param name="Requalified">An officer found the category wrong.</param>
    public sealed record Request(Guid ApplicationId, string? Procedure, string? Ground, bool Requalified);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        if (request is { Procedure: null, Ground: null }) throw new RuleBroken("applications.nothing-changed", "Dites la démarche ou le fondement qui change.");
        var (application, person) = await db.Application(request.ApplicationId, ct);
        var now = Moment.In(application.Zone, clock);
        var procedure = law.Find(request.Procedure ?? application.Procedure, now.Day)
            ?? throw new RuleBroken("applications.unknown-procedure", $"« {request.Procedure} » n'est pas une démarche du catalogue.");
        var ground = request.Ground is { } asked ? Names.Article(asked) : procedure.Articles.Count > 0 ? procedure.Articles[0] : "";
        var wanted = Checklist.For(procedure.Code, application.Kind, prefectures.Of(application.Prefecture), now.Day, law);
        application.ChangeTo(procedure, ground, wanted, request.Requalified, person, law, now);
        await db.SaveChangesAsync(ct);
        return new();
    }
}
