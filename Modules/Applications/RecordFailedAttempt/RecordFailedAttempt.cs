using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.RecordFailedAttempt;

/// <summary>Keeps the evidence that a filing failed for a technical reason of ours (art. R.431-2 al. 3).</summary>
internal sealed class RecordFailedAttempt(ApplicationsDb db, IProcedures law, TimeProvider clock) : IUseCase<RecordFailedAttempt.Request, Done>
{
    public sealed record Request(Guid PersonId, string Procedure, string Error);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var person = await db.Person(request.PersonId, ct);
        if (law.Find(request.Procedure, clock.Today(person.Zone)) is null)
            throw new RuleBroken("applications.unknown-procedure", $"« {request.Procedure} » n'est pas une démarche du catalogue.");
        db.Add(new FailedAttempt { PersonId = person.Id, Procedure = request.Procedure, At = clock.GetUtcNow(), Error = request.Error.Length > 400 ? request.Error[..400] : request.Error });
        await db.SaveChangesAsync(ct);
        return new();
    }
}
