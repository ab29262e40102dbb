using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.RecordFailedAttempt;

/// <summary>Keeps the evidence that a filing failed for a technical reason of ours (art. R.431-2 al. 3).</summary>
internal sealed class RecordFailedAttempt(ApplicationsDb db, TimeProvider clock) : IUseCase<RecordFailedAttempt.Request, Done>
{
    public sealed record Request(Guid PersonId, string Procedure, string Error);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        db.Add(new FailedAttempt { PersonId = request.PersonId, Procedure = request.Procedure, At = clock.GetUtcNow(), Error = request.Error.Length > 400 ? request.Error[..400] : request.Error });
        await db.SaveChangesAsync(ct);
        return new();
    }
}
