using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.KeepSituations;

/// <summary>Signed files: a mandate has that of its proposal, and it goes with the last of both.</summary>
internal sealed class MandateFiles(PartnerOrganisationsDb db, ISealedFiles files)
{
    public async Task Destroy(IReadOnlyCollection<Guid> orphaned, CancellationToken ct)
    {
        foreach (var file in orphaned)
            if (!await db.Mandates.AnyAsync(m => m.File == file, ct) && !await db.Set<MandateProposal>().AnyAsync(p => p.File == file, ct)) await files.Destroy(file, ct);
    }
}
