using Anef.Notifications.Domain;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Notifications.Persistence;

internal sealed class NotificationsDb(DbContextOptions<NotificationsDb> options, ModuleDbServices services) : ModuleDb(options, "Notifications", services)
{
    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Preference> Preferences => Set<Preference>();

    public DbSet<AddressTrouble> Troubles => Set<AddressTrouble>();

    public DbSet<FailedDelivery> FailedDeliveries => Set<FailedDelivery>();
}
