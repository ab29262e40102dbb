using System.Linq.Expressions;
using Anef.PartnerOrganisations.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.AnswerNeighbours;

/// <summary>Situations, for whoever counts them.</summary>
internal sealed class PartnerCasesAnswers(PartnerOrganisationsDb db) : IPartnerCases
{
    private static readonly Expression<Func<PartnerCase, PartnerCaseFacts>> Facts = c => new PartnerCaseFacts(c.Id, c.ApplicationId, c.Prefecture, c.OpenedAt, c.DueOn, c.AnsweredAt);

    public async Task<IReadOnlyList<PartnerCaseFacts>> After(Guid after, int take, CancellationToken ct) =>
        await db.Cases.AsNoTracking().Where(c => c.Id > after).OrderBy(c => c.Id).Take(take).Select(Facts).ToListAsync(ct);

    public async Task<PartnerCaseFacts?> Find(Guid caseId, CancellationToken ct) => await db.Cases.AsNoTracking().Where(c => c.Id == caseId).Select(Facts).SingleOrDefaultAsync(ct);
}
