using Anef.SharedKernel.Prefectures;

namespace Anef.Applications.TellPlace;

/// <summary>The department of a postcode: a first guess, which the person confirms.</summary>
internal static class Departments
{
    private const int NorthOfCorsica = 20200;

    public static string? Of(string? postcode, PrefectureCatalog prefectures)
    {
        if (postcode is not { Length: 5 } || !int.TryParse(postcode, out var number)) return null;
        var code = postcode[..2] switch
        {
            "97" or "98" => postcode[..3],
            "20" => number < NorthOfCorsica ? "2A" : "2B",
            var two => two,
        };
        return prefectures.Find(code)?.Code;
    }
}
