using System.Security.Cryptography;

namespace Anef.Applications.Domain;

/// <summary>Department, year, seven letters by lot and a check character: <c>42-2026-7K3M9Q2X</c>.</summary>
/// <remarks>Thirty-one signs that are not taken for one another; thirty-one is prime, so that one wrong or two swapped signs always show.</remarks>
internal static class ApplicationNumber
{
    private const string Signs = "123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Drawn = 7;

    public static string Draw(string department, int year)
    {
        var body = $"{department}-{year}-{RandomNumberGenerator.GetString(Signs, Drawn)}";
        return body + Check(body);
    }

    /// <summary>Whether a number as typed can be one at all.</summary>
    public static bool IsWellFormed(string number)
    {
        var written = Normalise(number);
        return written.Length is >= 14 and <= 18 && Signs.Contains(written[^1], StringComparison.Ordinal) && Check(written[..^1]) == written[^1];
    }

    public static string Normalise(string number) => number.Trim().ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal);

    private static char Check(string body)
    {
        var sum = body.Where(sign => sign != '-').Select((sign, place) => (place + 1) * (sign % Signs.Length)).Sum();
        return Signs[sum % Signs.Length];
    }
}
