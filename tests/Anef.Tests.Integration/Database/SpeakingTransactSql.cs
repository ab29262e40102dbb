using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Anef.Tests.Integration.Database;

/// <summary>What would be sent to SQL Server, read by Microsoft's own parser: no server is needed.</summary>
public sealed class SpeakingTransactSql
{
    [TestCaseSource(nameof(Modules))]
    public async Task The_model_is_the_one_that_the_migrations_make(Type module)
    {
        await using var scope = ModuleDbs.SqlServerScope();
        var db = scope.Db(module);
        Assert.That(db.Database.GetMigrations(), Is.Not.Empty);
        Assert.That(db.Database.HasPendingModelChanges(), Is.False);
    }

    [Test]
    public async Task Every_script_of_migrations_can_be_read(
        [ValueSource(nameof(Modules))] Type module,
        [Values(MigrationsSqlGenerationOptions.Script, MigrationsSqlGenerationOptions.Script | MigrationsSqlGenerationOptions.Idempotent)] MigrationsSqlGenerationOptions options)
    {
        await using var scope = ModuleDbs.SqlServerScope();
        var script = scope.Db(module).GetService<IMigrator>().GenerateScript(options: options);
        Assert.That(script, Does.Contain("CREATE TABLE"));
        Assert.That(TSql.Parse(script), Is.Empty, script);
    }

    [TestCaseSource(nameof(Queries))]
    public async Task Every_named_query_can_be_read(NamedQuery query)
    {
        await using var scope = ModuleDbs.SqlServerScope();
        var sql = query.On(scope).ToQueryString();
        Assert.That(TSql.Parse(sql), Is.Empty, sql);
    }

    [TestCaseSource(nameof(Texts))]
    public void Every_statement_of_ours_can_be_read(NamedSql text) => Assert.That(TSql.Parse(text.Sql), Is.Empty, text.Sql);

    [Test]
    public void What_no_server_would_read_is_found() =>
        Assert.That(TSql.Parse("SELECT \"Id\" FROM attestations_issued LIMIT 5"), Is.Not.Empty);

    private static IEnumerable<Type> Modules() => ModuleDbs.All;

    private static IEnumerable<NamedQuery> Queries() => NamedQuery.All();

    private static IEnumerable<NamedSql> Texts() => NamedSql.ForSqlServer();
}
