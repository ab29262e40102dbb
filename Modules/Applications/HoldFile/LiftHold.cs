using Anef.Applications.Domain;
using Anef.Applications.KeepFiles;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.HoldFile;

/// <summary>Ends a legal hold. What is at its end meanwhile is announced anew before it is destroyed.</summary>
internal sealed class LiftHold(ApplicationsDb db, Visitor visitor, TimeProvider clock) : IUseCase<LiftHold.Request, Done>
{
    public sealed record Request(Guid ApplicationId);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (file, _) = await db.Application(request.ApplicationId, ct);
        HoldFile.EnsureMay(visitor, file);
        var hold = await db.Holds().SingleOrDefaultAsync(h => h.ApplicationId == file.Id, ct) ?? throw new RuleBroken("applications.not-held", "La destruction de ce dossier n'est pas gelée : il n'y a rien à lever.");
        var now = Moment.In(file.Zone, clock);
        hold.Lift(visitor.Name, now.At);
        file.Released(now);
        await db.SaveChangesAsync(ct);
        return new();
    }
}
