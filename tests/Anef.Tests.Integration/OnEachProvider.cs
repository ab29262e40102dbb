using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace Anef.Tests.Integration;

/// <summary>The same tests on SQLite, on PostgreSQL and on SQL Server. Those without a server are skipped, and say which variable would name one.</summary>
[TestFixture(DatabaseProvider.Sqlite)]
[TestFixture(DatabaseProvider.PostgreSql)]
[TestFixture(DatabaseProvider.SqlServer)]
public abstract class OnEachProvider(DatabaseProvider provider)
{
    protected DatabaseProvider Provider { get; } = provider;

    /// <summary>An empty, migrated house on this provider.</summary>
    protected Task<AnefHouse> Build(DateTimeOffset? now = null, Action<HostApplicationBuilder>? configure = null) => AnefHouse.Build(Provider, now, configure);

    [SetUp]
    public void SkipWithoutServer()
    {
        if (TestDatabase.Missing(Provider) is { } variable)
            Assert.Ignore($"{variable} names no {Provider} server.");
    }
}
