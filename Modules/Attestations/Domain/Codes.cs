using System.Globalization;
using System.Text.Json;

namespace Anef.Attestations.Domain;

/// <summary>How answers and tokens write things: camel case, ISO dates.</summary>
internal static class Codes
{
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.All[value];

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> All =
            Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()));
    }
}
