using System.Text.RegularExpressions;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.AttachToDraft;

/// <summary>Whether a draft takes another file.</summary>
internal sealed partial class DraftRoom(ApplicationsDb db)
{
    private const int MostFiles = 100;

    public async Task Ensure(FilingDraft draft, string document, CancellationToken ct)
    {
        draft.EnsureOpen();
        if (!Code().IsMatch(document)) throw new NotFound("cette pièce");
        if (await db.StoredFiles.CountAsync(f => f.DraftId == draft.Id, ct) >= MostFiles)
            throw new RuleBroken("applications.too-many-files", $"Ce brouillon a déjà {MostFiles} fichiers : réunissez plusieurs pages dans un PDF, ou retirez ceux qui ne servent pas.");
    }

    [GeneratedRegex("^[A-Z][A-Z0-9_-]{0,59}$")]
    private static partial Regex Code();
}
