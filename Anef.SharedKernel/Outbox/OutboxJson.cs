using System.Text.Json;
using System.Text.Json.Serialization;

namespace Anef.SharedKernel.Outbox;

/// <summary>How facts are written: camel case, enumerations by name, absent values left out.</summary>
public static class OutboxJson
{
    /// <summary>The one set of options for facts and their readers.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
