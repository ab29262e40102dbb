using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Anef.Applications.Domain;

/// <summary>Department, year, seven letters by lot and a check character: <c>42-2026-7K3M9Q2X</c>.</summary>
/// <remarks>Thirty-one signs that are not taken for one another; thirty-one is prime, so that one wrong or two swapped signs always show.</remarks>
internal static partial class ApplicationNumber
{
    private const string Signs = "123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Drawn = 7;

    public static string Draw(string department, int year) => Complete($"{department}-{year}-{RandomNumberGenerator.GetString(Signs, Drawn)}");

    /// <summary>The number of a place in a made-up history: two places have two numbers, and neighbours look nothing alike.</summary>
    public static string At(string department, int year, long place)
    {
        const long Every = 31L * 31 * 31 * 31 * 31 * 31 * 31;
        const long Step = 17_184_389_803; // no multiple of 31
        var left = (long)((UInt128)place * Step % Every);
        Span<char> signs = stackalloc char[Drawn];
        for (var i = Drawn - 1; i >= 0; i--, left /= Signs.Length) signs[i] = Signs[(int)(left % Signs.Length)];
        return Complete($"{department}-{year}-{signs}");
    }

    /// <summary>Whether a number as typed can be one at all.</summary>
    public static bool IsWellFormed(string number)
    {
        var written = Normalise(number);
        return Shape().IsMatch(written) && Check(written[..^1]) == written[^1];
    }

    public static string Normalise(string number) => number.Trim().ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal);

    private static string Complete(string body) => body + Check(body);

    private static char Check(string body)
    {
        var sum = body.Where(sign => sign != '-').Select((sign, place) => (place + 1) * Value(sign)).Sum();
        return Signs[sum % Signs.Length];
    }

    /// <summary>Zero, which only departments and years hold, counts as Z, which they never hold.</summary>
    private static int Value(char sign) => (Signs.IndexOf(sign, StringComparison.Ordinal) + Signs.Length) % Signs.Length;

    [GeneratedRegex($"^[0-9AB]{{2,3}}-[0-9]{{4}}-[{Signs}]{{8}}$")]
    private static partial Regex Shape();
}
