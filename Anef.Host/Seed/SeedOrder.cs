using System.Globalization;

namespace Anef.Host.Seed;

/// <summary>What was asked for.</summary>
internal sealed record SeedOrder(int People, int Years, long Seed, DateOnly Until)
{
    private const int MostPeople = 5_000_000;
    private const int MostYears = 10;
    private static readonly DateOnly Usual = new(2026, 10, 31);

    public DateOnly From => Until.AddYears(-Years).AddDays(1);

    /// <summary>As it is kept, and as it would be typed again.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"--people {People} --years {Years} --seed {Seed} --until {Until:yyyy-MM-dd}");

    /// <summary>Reads the words of a command line.</summary>
    /// <returns>The order, or one sentence that says what would be accepted.</returns>
    public static (SeedOrder? Order, string? Fault) Read(string? people, string? years, string? seed, string? until)
    {
        if (Number(people) is not { } count || count is < 1 or > MostPeople) return (null, $"« --people {people} » : dites combien de personnes inventer, de 1 à {MostPeople}. Exemple : --people 100000.");
        if (Number(years) is not { } length || length is < 1 or > MostYears) return (null, $"« --years {years} » : dites sur combien d'années, de 1 à {MostYears}. Exemple : --years 3.");
        if (Number(seed) is not { } chance) return (null, $"« --seed {seed} » : dites de quel nombre entier tirer le hasard ; le même nombre donne les mêmes lignes. Exemple : --seed 7.");
        var day = Usual;
        if (until is not null && !DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return (null, $"« --until {until} » n'est pas un jour : écrivez-le AAAA-MM-JJ, par exemple {Usual:yyyy-MM-dd}.");
        if (day.Year is < 2012 or > 2100) return (null, $"« --until {until} » : le dernier jour va de 2012-01-01 à 2100-12-31.");
        return (new((int)count, (int)length, chance, day), null);
    }

    private static long? Number(string? written) => long.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
