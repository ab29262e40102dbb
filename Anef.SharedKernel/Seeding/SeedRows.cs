using Anef.SharedKernel.Persistence;

namespace Anef.SharedKernel.Seeding;

/// <summary>Rows as the database will be given them, table by table.</summary>
public sealed class SeedRows : ISeedRows
{
    private readonly Dictionary<Type, (BulkTable Table, List<object?[]> Values)> _rows;

    internal SeedRows(IReadOnlyDictionary<Type, BulkTable> tables) => _rows = tables.ToDictionary(t => t.Key, t => (t.Value, new List<object?[]>()));

    internal IEnumerable<(BulkTable Table, List<object?[]> Values)> All => _rows.Values.Where(r => r.Values.Count > 0);

    /// <inheritdoc/>
    public void Add(object row)
    {
        var (table, values) = _rows[row.GetType()];
        values.Add(table.Values(row));
    }

    /// <summary>How many there are of a kind.</summary>
    public int Count(Type row) => _rows[row].Values.Count;
}
