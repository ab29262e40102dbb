using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.Declare;

/// <summary>An officer has compared a declaration with the register.</summary>
internal sealed class AnswerDeclaration(ApplicationsDb db, Visitor visitor, TimeProvider clock) : IUseCase<AnswerDeclaration.Request, Done>
{
    public sealed record Request(Guid DeclarationId, bool Confirmed);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var declaration = await db.Set<Declaration>().SingleOrDefaultAsync(d => d.Id == request.DeclarationId, ct) ?? throw new NotFound("cette déclaration");
        var person = await db.Person(declaration.PersonId, ct);
        if (!visitor.Serves(person.Prefecture, Role.CaseOfficer, Role.Referent, Role.TeamManager)) throw new NotFound("cette déclaration");
        declaration.Answer(request.Confirmed, person, Moment.In(person.Zone, clock));
        await db.SaveChangesAsync(ct);
        return new();
    }
}
