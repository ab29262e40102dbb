using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.PartnerOrganisations.StateMandate;

/// <summary>A person says at a counter that an organisation may act for them; the agent who hears it writes it down.</summary>
internal sealed class StateMandate(PartnerOrganisationsDb db, IUseCase<FindAtCounter.Request, PersonFound?> find, BeginMandate.BeginMandate begin, Visitor visitor, TimeProvider clock) : IUseCase<StateMandate.Request, Guid>
{
    /// <param name="Seen">The person stands there and has shown who they are.</param>
    public sealed record Request(string Number, DateOnly Born, Guid OrganisationId, MandateTerms Terms, bool Seen);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        if (!request.Seen) throw new RuleBroken("partners.not-seen", "Dites que la personne est devant vous et que vous avez vu son document : sans elle, il n'y a pas de déclaration.");
        var person = await find.Handle(new(request.Number, request.Born), ct) ?? throw new RuleBroken("partners.nobody", "Personne ne répond à ce numéro et à cette date de naissance.");
        var organisation = await db.Organisation(request.OrganisationId, ct);
        if (!organisation.AgreedOn(clock.Today(CivilTime.Paris))) throw new RuleBroken("partners.agreement-over", "La convention de cette organisation ne court pas : elle ne peut agir pour personne.");
        var mandate = await begin.Add(organisation, person.PersonId, request.Terms, MandateProof.CounterStatement, null, visitor.Name, ct);
        await db.SaveChangesAsync(ct);
        return mandate.Id;
    }
}
