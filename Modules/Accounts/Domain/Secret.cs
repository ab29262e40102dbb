using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Anef.Accounts.Domain;

/// <summary>Makes codes, and compares them with what was kept of them.</summary>
internal static class Secret
{
    // No sign that could be read as another.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Rounds = 50_000;
    private const int PaperLength = 16;

    /// <summary>For the time that a comparison takes where there is nothing to compare with.</summary>
    private static readonly Lazy<string> Decoy = new(() => Hash(Digits()));

    /// <summary>Eight digits, for mails.</summary>
    public static string Digits() => RandomNumberGenerator.GetInt32(100_000_000).ToString("00000000", CultureInfo.InvariantCulture);

    /// <summary>Sixteen signs, for paper: too many to be guessed in a month.</summary>
    public static string Paper() => RandomNumberGenerator.GetString(Alphabet, PaperLength);

    /// <summary>In groups of four, for the eye.</summary>
    public static string Spaced(string code, char between = ' ') => string.Join(between, code.Chunk(4).Select(part => new string(part)));

    /// <summary>A slow hash with a salt of its own: <c>salt.hash</c>.</summary>
    public static string Hash(string code)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return $"{Convert.ToBase64String(salt)}.{Convert.ToBase64String(Derive(code, salt))}";
    }

    /// <summary>Compares in a time that does not tell how much was right; null takes as long and is never right.</summary>
    public static bool Matches(string entered, string? hash)
    {
        var parts = (hash ?? Decoy.Value).Split('.');
        var same = CryptographicOperations.FixedTimeEquals(Derive(Plain(entered), Convert.FromBase64String(parts[0])), Convert.FromBase64String(parts[1]));
        return same && hash is not null;
    }

    /// <summary>Without spaces and hyphens, in capitals: as it was made.</summary>
    public static string Plain(string entered) => new([.. entered.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);

    private static byte[] Derive(string code, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code), salt, Rounds, HashAlgorithmName.SHA256, 32);
}
