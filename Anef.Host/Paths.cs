namespace Anef.Host;

/// <summary>What lies beside the program. All else is relative to the caller's folder.</summary>
internal static class Paths
{
    /// <summary>Configuration, views and pictures of the host.</summary>
    public static string Program { get; } = AppContext.BaseDirectory;

    /// <summary>The prefectures' configuration.</summary>
    public static string Prefectures { get; } = Path.Combine(Program, "config", "prefectures");

    /// <summary>The rehearsals that the rules of the ministry are tried on.</summary>
    public static string Rehearsals { get; } = Path.Combine(Program, "config", "rehearsals");

    /// <summary>What is said to people: one file a language.</summary>
    public static string Languages { get; } = Path.Combine(Program, "config", "languages");

    /// <summary>The modules' packages: beside the program when published, beside its folder when built.</summary>
    public static string Modules { get; } = Directory.Exists(Path.Combine(Program, "modules"))
        ? Path.Combine(Program, "modules")
        : Path.GetFullPath(Path.Combine(Program, "..", "..", "..", "modules"));
}
