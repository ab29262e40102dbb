using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Anef.SharedKernel.Persistence;

/// <summary>A table of the model, read without EF Core's tracker: columns, names and conversions are the model's.</summary>
internal sealed class BulkTable(IEntityType entity)
{
    public string Name { get; } = entity.GetTableName()!;

    public IReadOnlyList<BulkColumn> Columns { get; } = [.. entity.GetProperties().Select(p => new BulkColumn(p, StoreObjectIdentifier.Table(entity.GetTableName()!)))];

    public static BulkTable Of(DbContext db, Type row) => new(db.Model.FindEntityType(row) ?? throw new InvalidOperationException($"{row} is not in the model"));

    /// <summary>What the database is given of a row, column by column.</summary>
    public object?[] Values(object row)
    {
        var values = new object?[Columns.Count];
        for (var i = 0; i < values.Length; i++) values[i] = Columns[i].Value(row);
        return values;
    }
}

internal sealed class BulkColumn(IProperty property, StoreObjectIdentifier table)
{
    private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;
    // Through the model, private setters and all.
    private readonly IClrPropertyGetter _getter = property.GetGetter();

    public string Name { get; } = property.GetColumnName(table)!;

    public string StoreType { get; } = ((RelationalTypeMapping)property.GetTypeMapping()).StoreTypeNameBase;

    public Type ProviderType
    {
        get
        {
            var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
            return Nullable.GetUnderlyingType(type) ?? type;
        }
    }

    public object? Value(object row)
    {
        var value = _getter.GetClrValue(row);
        return value is null || _convert is null ? value : _convert(value);
    }
}
