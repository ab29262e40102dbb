using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Anef.PartnerOrganisations.RegisterOrganisation;

/// <summary>Makes the part of an address that is an organisation's own: its name for the eye, and signs that nobody guesses.</summary>
internal static class Tokens
{
    private const int Longest = 40;
    private const string Alphabet = "23456789abcdefghjkmnpqrstvwxyz";

    public static string For(string name)
    {
        var plain = new StringBuilder();
        foreach (var sign in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(sign)) plain.Append(char.ToLowerInvariant(sign));
            else if (CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != '-') plain.Append('-');
            if (plain.Length == Longest) break;
        }
        return $"{(plain.Length == 0 ? "organisation" : plain.ToString().Trim('-'))}-{RandomNumberGenerator.GetString(Alphabet, 8)}";
    }
}
