using Anef.PartnerOrganisations.Domain;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.Persistence;

internal sealed class PartnerOrganisationsDb(DbContextOptions<PartnerOrganisationsDb> options, ModuleDbServices services) : ModuleDb(options, "PartnerOrganisations", services)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Mandate> Mandates => Set<Mandate>();

    public DbSet<InboundMail> Mails => Set<InboundMail>();

    public DbSet<Batch> Batches => Set<Batch>();

    public DbSet<BatchLine> Lines => Set<BatchLine>();

    public DbSet<PartnerCase> Cases => Set<PartnerCase>();

    public DbSet<CaseWord> Words => Set<CaseWord>();
}
