using Anef.Procedures.Domain;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.Persistence;

/// <summary>The text of a version as it was written, whether the program was born with it or it was published since.</summary>
internal sealed class VersionTexts(ProceduresDb db)
{
    public async Task<string> Of(string family, int version, CancellationToken ct) =>
        EmbeddedRules.TextOf(family, version)
        ?? await db.PublishedRules.Where(r => r.Family == family && r.Version == version).Select(r => r.Body).SingleOrDefaultAsync(ct)
        ?? throw new NotFound($"la version {version} des règles « {family} »");
}
