using Anef.PartnerOrganisations.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.WriteWord;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.PartnerOrganisations.WorkOnCases;

/// <summary>A situation is another prefecture's. Its last day stays what it was: the person waits for one administration.</summary>
internal sealed class PassOnCase(PartnerOrganisationsDb db, CaseDoor door, PrefectureCatalog prefectures, Visitor visitor, TimeProvider clock) : IUseCase<PassOnCase.Request, Done>
{
    public sealed record Request(string Reference, string Prefecture);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var found = await door.OpenToWork(request.Reference, ct);
        if (!found.IsOpen) throw new RuleBroken("partners.answered", "Cette situation a déjà reçu sa réponse.");
        if (prefectures.Find(request.Prefecture) is not { } to) throw new RuleBroken("partners.prefecture", "Choisissez la préfecture qui répondra.");
        if (found.Prefecture == to.Code) return default;
        found.Prefecture = to.Code;
        if (found.PersonId is not null) found.Become(LineStatus.Routed, null);
        var word = Words.Of(found, $"Situation confiée à la préfecture {to.Code} {to.Name}.", visitor.Name, fromOrganisation: false, clock.GetUtcNow());
        db.Add(word);
        db.Publish(new CaseWordAdded(found.Id, found.OrganisationId, found.Prefecture, FromOrganisation: false));
        await db.SaveChangesAsync(ct);
        return default;
    }
}
