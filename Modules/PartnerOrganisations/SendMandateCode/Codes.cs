using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Anef.PartnerOrganisations.SendMandateCode;

/// <summary>Makes codes, and compares them with what was kept of them.</summary>
internal static class Codes
{
    private const int Rounds = 50_000;

    public static string Make() => RandomNumberGenerator.GetInt32(100_000_000).ToString("00000000", CultureInfo.InvariantCulture);

    /// <summary>In two groups, for the eye.</summary>
    public static string Spaced(string code) => $"{code[..4]} {code[4..]}";

    /// <summary>A slow hash with a salt of its own: <c>salt.hash</c>.</summary>
    public static string Hash(string code)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return $"{Convert.ToBase64String(salt)}.{Convert.ToBase64String(Derive(code, salt))}";
    }

    /// <summary>In a time that does not tell how much was right.</summary>
    public static bool Matches(string entered, string hash)
    {
        var parts = hash.Split('.');
        return CryptographicOperations.FixedTimeEquals(Derive(new([.. entered.Where(char.IsAsciiDigit)]), Convert.FromBase64String(parts[0])), Convert.FromBase64String(parts[1]));
    }

    /// <summary>The same for the same person, and nothing that could be read.</summary>
    public static string SubjectOf(string number, DateOnly born) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{string.Concat(number.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()}|{born:O}")));

    private static byte[] Derive(string code, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code), salt, Rounds, HashAlgorithmName.SHA256, 32);
}
