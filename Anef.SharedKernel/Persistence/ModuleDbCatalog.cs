namespace Anef.SharedKernel.Persistence;

/// <summary>The database contexts of the loaded modules, in the order of loading.</summary>
public sealed class ModuleDbCatalog(IEnumerable<ModuleDbRegistration> registrations)
{
    /// <summary>Types derived from <see cref="ModuleDb"/>.</summary>
    public IReadOnlyList<Type> All { get; } = [.. registrations.Select(r => r.Db)];
}

/// <summary>Says that a module has this database context.</summary>
public sealed record ModuleDbRegistration(Type Db);
