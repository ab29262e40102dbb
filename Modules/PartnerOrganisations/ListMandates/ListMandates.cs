using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Access;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.ListMandates;

/// <summary>The mandates of the member's organisation that hold, and the signed ones that it sent lately.</summary>
internal sealed class ListMandates(PartnerOrganisationsDb db, PartnerDoor door, IPartnerReading people, TimeProvider clock) : IUseCase<ListMandates.Request, ListMandates.View>
{
    public const int OnePage = 50;

    /// <param name="From">Place in the list.</param>
    public sealed record Request(int From = 0);

    /// <param name="Next">Where the following page begins; null at the end.</param>
    public sealed record View(IReadOnlyList<Row> Mandates, int? Next, IReadOnlyList<MandateProposal> Proposals, bool Referent);

    public sealed record Row(Mandate Mandate, string Name);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var membership = await door.Enter(ct);
        var (today, from) = (clock.Today(CivilTime.Paris), Math.Max(0, request.From));
        var mandates = await db.Mandates.AsNoTracking().Where(m => m.OrganisationId == membership.OrganisationId && m.ValidAt != null && m.RevokedAt == null && m.Until >= today)
            .OrderByDescending(m => m.ValidAt).ThenBy(m => m.Id).Skip(from).Take(OnePage + 1).ToListAsync(ct);
        var names = await people.Names([.. mandates.Select(m => m.PersonId)], ct);
        var since = clock.GetUtcNow().AddDays(-60);
        var proposals = await db.Set<MandateProposal>().AsNoTracking().Where(p => p.OrganisationId == membership.OrganisationId && p.ProposedAt > since)
            .OrderByDescending(p => p.ProposedAt).Take(OnePage).ToListAsync(ct);
        return new([.. mandates.Take(OnePage).Select(m => new Row(m, names.TryGetValue(m.PersonId, out var name) ? $"{name.Surname} {name.FirstNames}" : "–"))],
            mandates.Count > OnePage ? from + OnePage : null, proposals, membership.Member.Referent);
    }
}
