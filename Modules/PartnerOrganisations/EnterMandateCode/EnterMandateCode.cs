using Anef.PartnerOrganisations.Access;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.SendMandateCode;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.EnterMandateCode;

/// <summary>The member types the code that the person gave them: the mandate begins.</summary>
internal sealed class EnterMandateCode(PartnerOrganisationsDb db, PartnerDoor door, BeginMandate.BeginMandate begin, TimeProvider clock) : IUseCase<EnterMandateCode.Request, Guid>
{
    public sealed record Request(Guid Id, string Code);

    /// <returns>The mandate.</returns>
    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var membership = await door.Enter(ct);
        var (now, organisation) = (clock.GetUtcNow(), membership.OrganisationId);
        // The try counts before the code is looked at, and stays counted when it is wrong.
        var counted = await db.Set<MandateCode>().Where(c => c.Id == request.Id && c.OrganisationId == organisation && c.UsedAt == null && c.ExpiresAt > now && c.Tries < MandateCode.MaxTries)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Tries, c => c.Tries + 1), ct);
        if (counted == 0) throw new RuleBroken("partners.code-over", "Ce code n'est plus valable : il a déjà servi, il est trop ancien, ou il a été essayé cinq fois. Demandez-en un nouveau.");
        var code = await db.Set<MandateCode>().AsNoTracking().SingleAsync(c => c.Id == request.Id, ct);
        if (!Codes.Matches(request.Code, code.Hash) || code.PersonId is not { } person)
            throw new RuleBroken("partners.code-wrong", "Ce n'est pas le code qui a été envoyé. Demandez à la personne de relire le message le plus récent.");
        await using var together = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<MandateCode>().Where(c => c.Id == code.Id && c.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), ct) == 0)
            throw new RuleBroken("partners.code-over", "Ce code a déjà servi.");
        var mandate = await begin.Add(membership.Organisation, person, new(code.Procedures, code.Until), MandateProof.Code, null, null, ct);
        await db.SaveChangesAsync(ct);
        await together.CommitAsync(ct);
        return mandate.Id;
    }
}
