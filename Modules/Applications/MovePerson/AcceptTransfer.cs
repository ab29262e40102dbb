using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.MovePerson;

/// <summary>The new prefecture takes the file: number, filing date, clocks and attestations go with it.</summary>
internal sealed class AcceptTransfer(ApplicationsDb db, PrefectureCatalog prefectures, TimeProvider clock) : IUseCase<AcceptTransfer.Request, Done>
{
    public sealed record Request(Guid ApplicationId, string By);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, person) = await db.Application(request.ApplicationId, ct);
        var by = prefectures.Of(request.By);
        application.Accept(by.Code, by.TimeZone, person, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new();
    }
}
