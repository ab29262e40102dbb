using Anef.Host.Seed;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Seeding;

/// <summary>On SQLite, what makes a seed quick is undone at its end.</summary>
public sealed class SeedingAFile
{
    [Test]
    public async Task It_is_left_as_files_are_served_with_the_log_ahead_and_pages_that_hold_two_requests()
    {
        await using var house = await AnefHouse.Build(DatabaseProvider.Sqlite);
        Assert.That(await SeedRun.Run(house.Services, new(50, 1, 7, new(2026, 10, 31)), _ => { }, default), Is.Null);
        await using var connection = await house.Database.Connect();
        Assert.That(await Setting("journal_mode"), Is.EqualTo("wal"));
        Assert.That(await Setting("page_size"), Is.EqualTo(8192));

        async Task<object?> Setting(string name)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // words of this test
            command.CommandText = $"PRAGMA {name}";
#pragma warning restore CA2100
            return await command.ExecuteScalarAsync();
        }
    }
}
