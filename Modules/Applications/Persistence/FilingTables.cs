using Anef.Applications.Domain;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.Persistence;

/// <summary>The tables of what is being filed.</summary>
internal static class FilingTables
{
    extension(ApplicationsDb db)
    {
        public DbSet<FilingDraft> Drafts => db.Set<FilingDraft>();

        public DbSet<StoredFile> StoredFiles => db.Set<StoredFile>();

        public DbSet<Upload> Uploads => db.Set<Upload>();

        public DbSet<AssistedFiling> AssistedFilings => db.Set<AssistedFiling>();
    }
}
