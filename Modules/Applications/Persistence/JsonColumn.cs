using System.Text.Json;
using Anef.SharedKernel.Outbox;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Anef.Applications.Persistence;

/// <summary>A value kept as JSON text: the same on every provider, changed when its text is.</summary>
internal static class JsonColumn
{
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            new ValueConverter<T, string>(value => Write(value), text => Read<T>(text)),
            new ValueComparer<T>((one, other) => Write(one) == Write(other), value => Write(value).GetHashCode(StringComparison.Ordinal), value => Read<T>(Write(value))));
        property.HasMaxLength(-1);
        return property;
    }

    private static string Write<T>(T? value) => JsonSerializer.Serialize(value, OutboxJson.Options);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, OutboxJson.Options)!;
}
