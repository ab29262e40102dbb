using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.PrepareChanges;

/// <summary>The open set of a request.</summary>
internal static class ChangeSets
{
    public static Task<ChangeSet?> OpenSet(this ApplicationsDb db, Guid applicationId, CancellationToken ct) =>
        db.Set<ChangeSet>().SingleOrDefaultAsync(c => c.ApplicationId == applicationId, ct);

    /// <summary>The open set, or a new one.</summary>
    public static async Task<ChangeSet> OpenSet(this ApplicationsDb db, PermitApplication application, Moment now, CancellationToken ct)
    {
        application.EnsureOpen();
        if (await db.OpenSet(application.Id, ct) is { } open) return open;
        var set = ChangeSet.Open(application, now);
        db.Add(set);
        return set;
    }

    /// <summary>Rows of files that are not to be sent; their contents go once this is saved.</summary>
    public static async Task Forget(this ApplicationsDb db, IReadOnlyList<Guid> files, CancellationToken ct)
    {
        foreach (var file in await db.StoredFiles.Where(f => files.Contains(f.Id)).ToListAsync(ct)) file.Forsake();
    }

    /// <summary>Saves; what another tab or another device did meanwhile is not written over.</summary>
    public static async Task SaveSet(this ApplicationsDb db, CancellationToken ct)
    {
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateException)
        {
            throw new RuleBroken("applications.changes-meanwhile", "Ces modifications ont changé entre-temps, dans un autre onglet ou sur un autre appareil. Relisez-les ci-dessous, puis recommencez : rien n'a été perdu.");
        }
    }
}
