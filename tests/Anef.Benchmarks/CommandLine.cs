using System.Globalization;

namespace Anef.Benchmarks;

/// <summary>What the benchmarks are told beside their names.</summary>
internal static class CommandLine
{
    /// <summary>What follows a word; null where it is not there.</summary>
    public static string? Option(string word)
    {
        var words = Environment.GetCommandLineArgs();
        var at = Array.IndexOf(words, word);
        return at < 0 ? null : words.ElementAtOrDefault(at + 1);
    }

    /// <summary><c>--people N</c>, else so many as usual.</summary>
    public static int People(int usual) => Option("--people") is { } asked ? int.Parse(asked, CultureInfo.InvariantCulture) : usual;
}
