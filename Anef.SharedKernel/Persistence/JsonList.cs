using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Anef.SharedKernel.Persistence;

/// <summary>A list kept as JSON text on every provider: PostgreSQL alone would make an array of it.</summary>
public static class JsonList
{
    /// <param name="length">Of the column, in letters.</param>
    public static PropertyBuilder<IReadOnlyList<string>> AsJson(this PropertyBuilder<IReadOnlyList<string>> property, int length)
    {
        property.HasConversion(
            new ValueConverter<IReadOnlyList<string>, string>(list => Write(list), text => Read(text)),
            new ValueComparer<IReadOnlyList<string>>((one, other) => Write(one) == Write(other), list => Write(list).GetHashCode(StringComparison.Ordinal), list => Read(Write(list))));
        return property.HasMaxLength(length);
    }

    private static string Write(IReadOnlyList<string>? list) => JsonSerializer.Serialize(list ?? []);

    private static List<string> Read(string text) => JsonSerializer.Deserialize<List<string>>(text) ?? [];
}
