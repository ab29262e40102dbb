using System.Text.Json;
using Anef.PartnerOrganisations.ReadMail;

namespace Anef.PartnerOrganisations.ReadCase;

/// <summary>Reads a line as it was kept.</summary>
internal static class LineContent
{
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
