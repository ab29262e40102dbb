namespace Anef.Tests.Browser;

/// <summary>What the demonstration's people have on their cards.</summary>
internal static class Foreigners
{
    /// <summary>The same at each demonstration.</summary>
    public static string NumberOf(string name) => $"99{name.Aggregate(7, (sum, letter) => ((sum * 31) + letter) % 100_000_000):00000000}";

    public static string CardOf(string name) => $"FR{NumberOf(name)}";
}
