using Anef.Attestations.Domain;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Attestations.Persistence;

internal sealed class AttestationsDb(DbContextOptions<AttestationsDb> options, ModuleDbServices services) : ModuleDb(options, "Attestations", services)
{
    public DbSet<Attestation> Attestations => Set<Attestation>();

    public DbSet<Basis> Bases => Set<Basis>();

    public DbSet<PersonCoverage> Coverages => Set<PersonCoverage>();

    public DbSet<Gap> Gaps => Set<Gap>();
}
