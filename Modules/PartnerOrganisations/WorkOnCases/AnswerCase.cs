using Anef.PartnerOrganisations.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.WriteWord;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.PartnerOrganisations.WorkOnCases;

/// <summary>An agent answers a situation, or asks for what is missing; the organisation reads it in the thread.</summary>
internal sealed class AnswerCase(PartnerOrganisationsDb db, CaseDoor door, Visitor visitor, TimeProvider clock) : IUseCase<AnswerCase.Request, Done>
{
    /// <param name="Ask">It is a question: the situation stays open.</param>
    public sealed record Request(string Reference, string Text, bool Ask);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var found = await door.OpenToWork(request.Reference, ct);
        if (!found.IsOpen) throw new RuleBroken("partners.answered", "Cette situation a déjà reçu sa réponse.");
        var now = clock.GetUtcNow();
        var word = Words.Of(found, request.Text, visitor.Name, fromOrganisation: false, now);
        db.Add(word);
        if (request.Ask) found.Become(LineStatus.NeedsInformation, "asked");
        else found.Answer(now);
        db.Publish(new CaseWordAdded(found.Id, found.OrganisationId, found.Prefecture, FromOrganisation: false));
        if (!request.Ask) db.Publish(new CaseAnswered(found.Id, found.OrganisationId, found.PersonId) { SafeContact = found.SafeContact });
        await db.SaveChangesAsync(ct);
        return default;
    }
}
