using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.Persistence;

internal sealed class ProceduresDb(DbContextOptions<ProceduresDb> options, ModuleDbServices services) : ModuleDb(options, "Procedures", services)
{
    public DbSet<PublishedRule> PublishedRules => Set<PublishedRule>();
}
