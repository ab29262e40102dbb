using System.Data.Common;
using System.Reflection;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Anef.Host.Rehearse;

/// <summary>A rehearsal's database need not outlive a power cut: nothing waits for the disk.</summary>
internal sealed class FastSqlite : DbConnectionInterceptor
{
    private static readonly FastSqlite One = new();
    private static readonly MethodInfo Add = typeof(FastSqlite).GetMethod(nameof(Use), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>For every context that the modules brought.</summary>
    public static void AddTo(IServiceCollection services)
    {
        foreach (var db in services.Select(s => s.ImplementationInstance).OfType<ModuleDbRegistration>().Select(r => r.Db).ToList())
            Add.MakeGenericMethod(db).Invoke(null, [services]);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Relax(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Relax(connection);
        return Task.CompletedTask;
    }

    private static void Relax(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = OFF";
        command.ExecuteNonQuery();
    }

    private static void Use<TDb>(IServiceCollection services) where TDb : DbContext => services.ConfigureDbContext<TDb>(options => options.AddInterceptors(One));
}
