using Anef.SharedKernel.Persistence;
using Anef.Staffing.Domain;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.Persistence;

/// <summary>A small copy of what the others know, ordered and counted; and what is Staffing's own: people at work, weights, plans.</summary>
internal sealed class StaffingDb(DbContextOptions<StaffingDb> options, ModuleDbServices services) : ModuleDb(options, "Staffing", services)
{
    public DbSet<WorkFile> Files => Set<WorkFile>();

    public DbSet<Stay> Stays => Set<Stay>();

    public DbSet<CountedAttestation> Attestations => Set<CountedAttestation>();

    public DbSet<CountedGap> Gaps => Set<CountedGap>();

    public DbSet<HeldPermit> Permits => Set<HeldPermit>();

    public DbSet<PartnerDeadline> PartnerDeadlines => Set<PartnerDeadline>();

    public DbSet<Presence> Presences => Set<Presence>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<LastHolder> LastHolders => Set<LastHolder>();

    public DbSet<TeamSpell> TeamSpells => Set<TeamSpell>();

    public DbSet<Weights> Weights => Set<Weights>();

    public DbSet<TeamMember> Members => Set<TeamMember>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<SavedFilter> Filters => Set<SavedFilter>();

    public DbSet<RaisedTask> Tasks => Set<RaisedTask>();

    public DbSet<AidAgreement> Aid => Set<AidAgreement>();

    public DbSet<ReportSchedule> ReportSchedules => Set<ReportSchedule>();

    public DbSet<ReportSubscription> ReportSubscriptions => Set<ReportSubscription>();

    public DbSet<ReportIssue> ReportIssues => Set<ReportIssue>();

    public DbSet<ReportSending> ReportSendings => Set<ReportSending>();

    public DbSet<SavedPlan> Plans => Set<SavedPlan>();

    public DbSet<NeedWatch> Needs => Set<NeedWatch>();
}
