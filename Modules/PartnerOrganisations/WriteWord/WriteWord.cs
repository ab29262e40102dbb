using Anef.PartnerOrganisations.Access;
using Anef.PartnerOrganisations.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.WriteWord;

/// <summary>A member writes in the thread of a case of their organisation. What was asked of them is then answered: the prefecture acts again.</summary>
internal sealed class WriteWord(PartnerOrganisationsDb db, PartnerDoor door, TimeProvider clock) : IUseCase<WriteWord.Request, Done>
{
    public sealed record Request(string Reference, string Text);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var membership = await door.Enter(ct);
        var found = await db.Cases.SingleOrDefaultAsync(c => c.Reference == request.Reference && c.OrganisationId == membership.OrganisationId, ct) ?? throw new NotFound("cette situation");
        var word = Words.Of(found, request.Text, membership.Signature, fromOrganisation: true, clock.GetUtcNow());
        if (found is { IsOpen: true, Status: LineStatus.NeedsInformation, Prefecture: not null }) found.Become(LineStatus.Routed, null);
        db.Add(word);
        db.Publish(new CaseWordAdded(found.Id, found.OrganisationId, found.Prefecture, FromOrganisation: true));
        await db.SaveChangesAsync(ct);
        return default;
    }
}
