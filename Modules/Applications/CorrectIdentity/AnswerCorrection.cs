using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.CorrectIdentity;

/// <summary>An officer of the person's prefecture corrects what was wrong, or says why not. Open requests say in their history that it was corrected.</summary>
internal sealed class AnswerCorrection(ApplicationsDb db, OpenCorrections corrections, Visitor visitor, TimeProvider clock) : IUseCase<AnswerCorrection.Request, Done>
{
    /// <param name="Reason">Of a refusal, always.</param>
    public sealed record Request(Guid CorrectionId, bool Accepted, string Reason);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        if (!await corrections.Of(visitor).AnyAsync(c => c.Id == request.CorrectionId, ct)) throw new NotFound("cette demande de rectification");
        var correction = await db.Set<Correction>().SingleAsync(c => c.Id == request.CorrectionId, ct);
        var person = await db.Person(correction.PersonId, ct);
        var now = Moment.In(person.Zone, clock);
        correction.Answer(request.Accepted, request.Reason, visitor.Name, person, now);
        if (request.Accepted)
            foreach (var file in (await db.Applications.Where(a => a.PersonId == person.Id && a.FiledOn != null).ToListAsync(ct)).Where(f => f.Undecided)) file.IdentityCorrected(correction.Field, now);
        await db.SaveChangesAsync(ct);
        return new();
    }
}
