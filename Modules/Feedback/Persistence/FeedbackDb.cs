using Anef.Feedback.Domain;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Feedback.Persistence;

internal sealed class FeedbackDb(DbContextOptions<FeedbackDb> options, ModuleDbServices services) : ModuleDb(options, "Feedback", services)
{
    public DbSet<Opinion> Opinions => Set<Opinion>();

    public DbSet<Trouble> Troubles => Set<Trouble>();
}
