using Anef.Applications.Domain;
using Anef.Applications.FileApplication;
using Anef.Applications.Persistence;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.WithdrawApplication;

/// <summary>The person takes the withdrawal back before it takes effect.</summary>
internal sealed class UndoWithdrawal(ApplicationsDb db, TimeProvider clock) : IUseCase<UndoWithdrawal.Request, Done>
{
    public sealed record Request(Guid ApplicationId);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, person) = await db.Application(request.ApplicationId, ct);
        // It may have been asked again meanwhile.
        var others = await db.Applications.AsNoTracking().Where(a => a.PersonId == person.Id && a.Id != application.Id).ToListAsync(ct);
        if (application.Undecided) Conflicts.Refuse(others, application.Procedure, application.Kind);
        application.UndoWithdrawal(Moment.In(application.Zone, clock));
        await db.SaveChangesAsync(ct);
        return new();
    }
}
