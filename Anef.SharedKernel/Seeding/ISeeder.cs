namespace Anef.SharedKernel.Seeding;

/// <summary>What a module makes of a made-up life: the rows that it would have written itself.</summary>
/// <remarks>Called in the order in which modules are loaded, for many lives at a time: it keeps nothing.</remarks>
public interface ISeeder
{
    /// <summary>The module's context.</summary>
    Type Db { get; }

    /// <summary>The kinds of row that it makes; their tables must be empty before.</summary>
    IReadOnlyList<Type> Rows { get; }

    /// <summary>Makes them.</summary>
    void Write(Life life, ISeedRows rows);
}

/// <summary>Takes rows to be written.</summary>
public interface ISeedRows
{
    /// <summary>One of the kinds that the seeder named.</summary>
    void Add(object row);
}
