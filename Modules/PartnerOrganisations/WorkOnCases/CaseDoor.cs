using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.WorkOnCases;

/// <summary>Which situations an agent answers for: those of their prefecture, and those of which nobody knows yet whose they are, from organisations that act there.</summary>
internal sealed class CaseDoor(PartnerOrganisationsDb db, IPartnerReading people, Visitor visitor)
{
    public static readonly Role[] Officers = [Role.CaseOfficer, Role.Referent, Role.TeamManager];

    /// <summary>Those of their prefectures, before what is hidden is taken out.</summary>
    public async Task<IQueryable<PartnerCase>> Mine(CancellationToken ct)
    {
        if (visitor.Prefectures(Officers) is not { } here) return db.Cases.AsNoTracking();
        var acting = (await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Prefectures }).ToListAsync(ct)).Where(o => o.Prefectures.Count == 0 || here.Any(o.Prefectures.Contains)).Select(o => o.Id).ToList();
        return db.Cases.AsNoTracking().Where(c => here.Contains(c.Prefecture!) || (c.Prefecture == null && acting.Contains(c.OrganisationId)));
    }

    /// <summary>Without those about people of whom they must know nothing.</summary>
    public async Task<IReadOnlyList<PartnerCase>> Discreet(IReadOnlyList<PartnerCase> cases, CancellationToken ct)
    {
        var hidden = await people.HiddenFrom(visitor, [.. cases.Select(c => c.PersonId).OfType<Guid>().Distinct()], ct);
        return [.. cases.Where(c => c.PersonId is not { } person || !hidden.Contains(person))];
    }

    /// <summary>To look at it.</summary>
    /// <exception cref="NotFound">It is not theirs.</exception>
    public async Task<PartnerCase> Open(string reference, CancellationToken ct)
    {
        var found = await (await Mine(ct)).Where(c => c.Reference == reference).ToListAsync(ct);
        return (await Discreet(found, ct)) is [var one] ? one : throw new NotFound("cette situation");
    }

    /// <summary>To act on it: tracked.</summary>
    public async Task<PartnerCase> OpenToWork(string reference, CancellationToken ct)
    {
        var id = (await Open(reference, ct)).Id;
        return await db.Cases.SingleAsync(c => c.Id == id, ct);
    }
}
