using System.Globalization;
using System.Text;
using System.Text.Json;
using Anef.Applications.Contracts;

namespace Anef.HautsDeSeine;

/// <summary>Sends a person to the prefecture or to one of its two sub-prefectures, by commune.</summary>
internal sealed class CommuneRouting : ISiteRouting
{
    private readonly Dictionary<string, string> _byCommune = Communes.ToDictionary(c => Plain(c.Name), c => c.Site);

    private readonly Dictionary<string, string> _byPostcode = Communes
        .SelectMany(c => c.Postcodes.Select(p => (Postcode: p, c.Site))).ToDictionary(p => p.Postcode, p => p.Site);

    /// <summary>The 36 communes, in the arrondissements as drawn since 1 January 2017.</summary>
    public static IReadOnlyList<Commune> Communes { get; } = Read();

    public string? SiteFor(string commune, string? postcode) =>
        _byCommune.TryGetValue(Plain(commune), out var site) ? site
        : postcode is not null && _byPostcode.TryGetValue(postcode.Replace(" ", "", StringComparison.Ordinal), out site) ? site
        : null;

    private static List<Commune> Read()
    {
        using var table = typeof(CommuneRouting).Assembly.GetManifestResourceStream("communes.json")!;
        return JsonSerializer.Deserialize<List<Commune>>(table, JsonSerializerOptions.Web)!;
    }

    /// <summary>Letters alone, so that however a name is spelt it is found: accents, case, hyphens, apostrophes, <c>St</c> and <c>s/</c>.</summary>
    private static string Plain(string name)
    {
        var words = new StringBuilder(" ");
        foreach (var c in name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
            words.Append(char.IsLetter(c) ? char.ToUpperInvariant(c) : c == '/' ? '/' : ' ');
        return words.Append(' ').Replace(" S/", " SUR ").Replace(" ST ", " SAINT ").Replace(" ", "").ToString();
    }

    /// <param name="Name">As INSEE writes it.</param>
    /// <param name="Site">Town of the site that receives its people.</param>
    internal sealed record Commune(string Name, IReadOnlyList<string> Postcodes, string Site);
}
