using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.LookAtMandates;

/// <summary>An agent has looked at a signed mandate: it begins, or it is refused and its file destroyed.</summary>
internal sealed class SettleProposal(PartnerOrganisationsDb db, ProposalDoor door, IPartnerReading people, BeginMandate.BeginMandate begin, ISealedFiles files, Visitor visitor, TimeProvider clock)
    : IUseCase<SettleProposal.Request, Done>
{
    /// <param name="Reason">Why not; null to accept.</param>
    public sealed record Request(Guid Id, string? Reason);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var organisation = (await door.Open(request.Id, ct)).Organisation;
        var proposal = await db.Set<MandateProposal>().SingleAsync(p => p.Id == request.Id, ct);
        if (request.Reason is { } reason && string.IsNullOrWhiteSpace(reason)) throw new RuleBroken("partners.no-reason", "Dites pourquoi : l'organisation le lit, et sait quoi corriger.");
        if (request.Reason is null)
        {
            // Somebody may have been registered meanwhile.
            var person = proposal.PersonId ?? (await people.Identify(proposal.Number, proposal.Born, ct))?.PersonId
                ?? throw new RuleBroken("partners.nobody", "Personne ne répond à ce numéro et à cette date de naissance : refusez ce mandat en le disant.");
            var mandate = await begin.Add(organisation, person, new(proposal.Procedures, proposal.Until), MandateProof.SignedFile, proposal.File, visitor.Name, ct);
            proposal.PersonId = mandate.PersonId;
        }
        proposal.Settle(visitor.Name, request.Reason?.Trim(), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        if (request.Reason is not null) await files.Destroy(proposal.File, ct);
        return default;
    }
}
