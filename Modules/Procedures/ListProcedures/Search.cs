using System.Globalization;
using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;

namespace Anef.Procedures.ListProcedures;

/// <summary>Finds procedures by words of their name, by code or by article; case and accents do not count.</summary>
internal static class Search
{
    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;

    /// <param name="procedure">Looked at.</param>
    /// <param name="words">Looked for; nothing finds everything.</param>
    /// <param name="plain">Its plain name in the reader's language.</param>
    public static bool Finds(Procedure procedure, string? words, string? plain = null)
    {
        if (string.IsNullOrWhiteSpace(words)) return true;
        var article = Articles.Normal(words.Trim());
        return procedure.Articles.Any(a => a.Equals(article, StringComparison.OrdinalIgnoreCase))
            || words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Has(procedure.Name, word) || Has(procedure.Code, word) || Has(plain ?? "", word));
    }

    private static bool Has(string text, string word) => French.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
