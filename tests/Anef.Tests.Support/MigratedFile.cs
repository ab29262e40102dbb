using Anef.SharedKernel.Persistence;

namespace Anef.Tests.Support;

/// <summary>A SQLite file with every table, made once a process: a copy of it is sooner there than so many migrations.</summary>
internal static class MigratedFile
{
    private static readonly Lazy<Task<byte[]>> Content = new(Make);

    public static async Task Lay(TestDatabase database, string folder)
    {
        if (database.Provider == DatabaseProvider.Sqlite) await File.WriteAllBytesAsync(PlaceIn(folder), await Content.Value);
    }

    private static async Task<byte[]> Make()
    {
        var folder = Directory.CreateTempSubdirectory("anef-tables-").FullName;
        var database = TestDatabase.Reserve(DatabaseProvider.Sqlite, folder);
        await using (var house = AnefHouse.Unmigrated(database, folder)) await house.Migrate();
        await database.DisposeAsync();
        var content = await File.ReadAllBytesAsync(PlaceIn(folder));
        Directory.Delete(folder, recursive: true);
        return content;
    }

    private static string PlaceIn(string folder) => Path.Combine(folder, "anef.db");
}
