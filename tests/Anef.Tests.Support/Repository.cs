using Anef.Host.Languages;
using Anef.SharedKernel.Languages;

namespace Anef.Tests.Support;

/// <summary>Where the sources stand, for tests that read them.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Directory.Packages.props</c>.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Every language, from the files of the repository.</summary>
    public static LanguageCatalog Languages { get; } = new(() => LanguageFiles.Read(PathOf("Anef.Host", "config", "languages")));

    /// <summary>A path under the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string from) =>
        File.Exists(Path.Combine(from, "Directory.Packages.props")) ? from
        : Path.GetDirectoryName(from.TrimEnd(Path.DirectorySeparatorChar)) is { } above ? Find(above)
        : throw new InvalidOperationException("The tests do not run from inside the repository.");
}
