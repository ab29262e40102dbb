using Anef.Host.Rehearse;
using Anef.Tests.Support;

namespace Anef.Tests.Rehearsals;

/// <summary>One migrated template for every test of this program.</summary>
[SetUpFixture]
public sealed class Theatre
{
    private static StageTemplate? _template;

    internal static Troupe Troupe => new(_template!);

    [OneTimeSetUp]
    public static async Task Open() => _template = await StageTemplate.Make(AnefHouse.Modules, null, CancellationToken.None);

    [OneTimeTearDown]
    public static void Close() => _template?.Dispose();

    /// <summary>Plays text as if it were a file.</summary>
    internal static async Task<Performance> Play(string text)
    {
        var file = Path.Combine(Path.GetTempPath(), $"anef-{Guid.CreateVersion7():N}.yaml");
        await File.WriteAllTextAsync(file, text);
        try { return await Troupe.Play(file, "essai.yaml", CancellationToken.None); }
        finally { File.Delete(file); }
    }
}
