namespace Anef.Tests.Browser;

/// <summary>Who looks at which pages. A test compares them with the addresses that the site has: none is forgotten.</summary>
internal static class PagesOf
{
    private static readonly Dictionary<string, (string Path, int Status)[]> Pages = new()
    {
        [""] = [("/", 200), ("/verifier", 200), ("/demarches", 200), ("/demarches/CJF", 200), ("/nulle-part", 404)],
    };

    public static IEnumerable<string> People => Pages.Keys;

    public static IReadOnlyList<(string Path, int Status)> Who(string who) => Pages[who];

    public static bool InFrenchAlone(string who) => who is not ("" or "Awa Diallo");

    /// <summary>Fills in what only the demonstration's data knows.</summary>
    public static Task<string> Resolve(Visit visit, string path) => Task.FromResult(path);
}
