using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.WorkOnCases;

/// <summary>An agent finds out whom a situation is about. Without a mandate of that person it is refused, and nothing of them stays in it.</summary>
internal sealed class IdentifyCase(PartnerOrganisationsDb db, CaseDoor door, IPartnerReading people, Visitor visitor, TimeProvider clock) : IUseCase<IdentifyCase.Request, Done>
{
    public sealed record Request(string Reference, string Number, DateOnly Born);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var found = await door.OpenToWork(request.Reference, ct);
        if (!found.IsOpen) throw new RuleBroken("partners.answered", "Cette situation a déjà reçu sa réponse.");
        var person = await people.Identify(request.Number, request.Born, ct);
        if (person is null || (await people.HiddenFrom(visitor, [person.PersonId], ct)).Count > 0)
            throw new RuleBroken("partners.nobody", "Personne ne répond à ce numéro et à cette date de naissance.");
        var today = clock.Today(CivilTime.Paris);
        var mandates = await db.Mandates.AsNoTracking().Where(m => m.OrganisationId == found.OrganisationId && m.PersonId == person.PersonId).ToListAsync(ct);
        if (mandates.Exists(m => m.HoldsOn(today)))
        {
            (found.PersonId, found.Prefecture) = (person.PersonId, person.Prefecture);
            found.Become(LineStatus.Routed, null);
        }
        else
        {
            found.Become(LineStatus.RefusedNoMandate, "noMandate");
        }
        await db.SaveChangesAsync(ct);
        return default;
    }
}
