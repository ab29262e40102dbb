using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Access;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.UseCases;

namespace Anef.PartnerOrganisations.ProposeMandate;

/// <summary>A mandate that the person signed is sent; an agent of their prefecture looks at it. Whoever sends it learns nothing meanwhile.</summary>
internal sealed class ProposeMandate(PartnerOrganisationsDb db, PartnerDoor door, IPartnerReading people, ISealedFiles files, TimeProvider clock) : IUseCase<ProposeMandate.Request, Guid>
{
    /// <param name="Number">Of a foreigner or of a request.</param>
    public sealed record Request(string Number, DateOnly Born, MandateTerms Terms, Stream File, string FileName);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var membership = await door.Enter(ct);
        request.Terms.Check(membership.Organisation, clock.Today(CivilTime.Paris));
        var person = await people.Identify(request.Number, request.Born, ct);
        var file = await files.Keep(request.File, request.FileName, membership.Member.AccountId, ct);
        var proposal = new MandateProposal
        {
            OrganisationId = membership.OrganisationId, Number = request.Number.Trim(), Born = request.Born, Procedures = request.Terms.Procedures, Until = request.Terms.Until,
            File = file.Id, FileName = file.Name, MediaType = file.MediaType, ProposedBy = membership.Member.Name, ProposedAt = clock.GetUtcNow(),
            PersonId = person?.PersonId, Prefecture = person?.Prefecture,
        };
        db.Add(proposal);
        await db.SaveChangesAsync(ct);
        return proposal.Id;
    }
}
