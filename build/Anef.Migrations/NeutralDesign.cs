using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Migrations;

/// <summary>Makes `dotnet ef` write migrations that name no provider, so that one set serves all three.</summary>
internal sealed class NeutralDesign : IDesignTimeServices
{
    public void ConfigureDesignTimeServices(IServiceCollection serviceCollection) => serviceCollection
        .AddSingleton<ICSharpMigrationOperationGenerator, NeutralOperations>()
        .AddSingleton<ICSharpSnapshotGenerator, NeutralSnapshot>();
}
