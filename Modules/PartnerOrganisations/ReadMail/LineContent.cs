using System.Text.Json;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Reads a line as it was kept.</summary>
internal static class LineContent
{
    /// <summary>How a line ends in which nothing was wrong: most do, and are not taken apart for it.</summary>
    private const string Faultless = "\"Faults\":[]}";

    /// <summary>What was wrong with it, as codes.</summary>
    public static IReadOnlyList<string> Faults(string content) => content.EndsWith(Faultless, StringComparison.Ordinal) ? [] : Read(content)?.Faults ?? [];

    public static ReadLine? Read(string? content)
    {
        try
        {
            return string.IsNullOrEmpty(content) ? null : JsonSerializer.Deserialize<ReadLine>(content, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
