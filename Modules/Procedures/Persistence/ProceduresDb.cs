using Anef.Procedures.Domain;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.Persistence;

internal sealed class ProceduresDb(DbContextOptions<ProceduresDb> options, ModuleDbServices services) : ModuleDb(options, "Procedures", services)
{
    public DbSet<PublishedRule> PublishedRules => Set<PublishedRule>();

    public DbSet<LocalNotice> LocalNotices => Set<LocalNotice>();

    public DbSet<PageCheck> PageChecks => Set<PageCheck>();

    public DbSet<RuleDraft> RuleDrafts => Set<RuleDraft>();

    public DbSet<DraftRehearsal> DraftRehearsals => Set<DraftRehearsal>();

    public DbSet<RuleAct> RuleActs => Set<RuleAct>();
}
