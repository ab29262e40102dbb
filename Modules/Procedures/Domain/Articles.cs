namespace Anef.Procedures.Domain;

/// <summary>Articles as people write them (<c>L. 423-1</c>, <c>L.423-1</c>) and as the data does (<c>L423-1</c>).</summary>
internal static class Articles
{
    public static string Normal(string article) =>
        article.AsSpan().ContainsAny('.', ' ', '\u00a0')
            ? article.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal)
            : article;

    public static string Display(string article) =>
        article.Length > 1 && article[0] is 'L' or 'R' or 'D' && char.IsAsciiDigit(article[1]) ? $"{article[0]}. {article[1..]}" : article;
}
