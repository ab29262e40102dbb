using Anef.Applications.Contracts;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.Access;

/// <summary>Whose worklists somebody may look at: those of their prefectures, and those that theirs helps.</summary>
internal sealed class WorkDoor(StaffingDb db, IWorkload workload, PrefectureCatalog prefectures, Visitor visitor)
{
    public static readonly Role[] Officers = [Role.CaseOfficer, Role.Referent, Role.TeamManager];

    /// <summary>By code.</summary>
    public IReadOnlyList<Prefecture> Served(params Role[] roles)
    {
        var mine = visitor.Prefectures(roles);
        return [.. prefectures.All.Where(p => mine is null || mine.Contains(p.Code)).OrderBy(p => p.Code, StringComparer.Ordinal)];
    }

    /// <summary>The one that is asked for or, where there is one only, that one.</summary>
    /// <exception cref="NotFound">It is not theirs.</exception>
    public Prefecture Choose(string? asked, params Role[] roles)
    {
        var served = Served(roles);
        if (asked is null) return served.Count == 1 ? served[0] : throw new NotFound("cette préfecture");
        return served.FirstOrDefault(p => p.Code == asked) ?? throw new NotFound("cette préfecture");
    }

    /// <summary>Those of these codes.</summary>
    public IEnumerable<Prefecture> Of(IEnumerable<string> codes) => codes.Distinct().Select(prefectures.Find).OfType<Prefecture>();

    /// <summary>Agreements under which this officer's prefectures prepare files of others.</summary>
    public async Task<IReadOnlyList<AidAgreement>> Aiding(DateOnly today, CancellationToken ct)
    {
        var mine = Served(Officers).Select(p => p.Code).ToList();
        return await db.Aid.AsNoTracking().Where(a => mine.Contains(a.Helper) && a.AgreedBy != null && a.From <= today && a.Until >= today).OrderBy(a => a.Aided).ToListAsync(ct);
    }

    /// <summary>Takes away the restricted files that this officer may not open: for them these are not there.</summary>
    public async Task<List<WorkFile>> Visible(List<WorkFile> files, CancellationToken ct)
    {
        var restricted = files.Where(f => f.Restricted).Select(f => f.Id).ToList();
        if (restricted.Count == 0) return files;
        var open = await workload.Visible(visitor, restricted, ct);
        return [.. files.Where(f => !f.Restricted || open.Contains(f.Id))];
    }
}
