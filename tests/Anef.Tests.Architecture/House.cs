using System.Reflection;
using Anef.SharedKernel.Modules;
using Anef.Tests.Support;

namespace Anef.Tests.Architecture;

/// <summary>What the rules are held against: the modules that stand in the folders, loaded as the host loads them.</summary>
internal static class House
{
    /// <summary>Folders of <c>Modules/</c> that hold a package.</summary>
    public static IReadOnlyList<string> Modules { get; } =
        [.. Directory.GetFiles(Repository.PathOf("Modules"), "module.json", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file))!).Order(StringComparer.Ordinal)];

    public static Assembly Kernel => typeof(ModuleCatalog).Assembly;

    public static Assembly Host => typeof(Program).Assembly;

    /// <summary>A module's own assembly.</summary>
    public static Assembly Of(string module) => Loaded(module).Assemblies[0];

    /// <summary>Its contracts; null when it tells nothing.</summary>
    public static Assembly? ContractsOf(string module) => Loaded(module).Assemblies.ElementAtOrDefault(1);

    /// <summary>Everything that is ours and runs.</summary>
    public static IReadOnlyCollection<Type> Types() => [.. new[] { Kernel, Host }.Concat(AnefHouse.Modules.Assemblies).Distinct().SelectMany(a => a.GetTypes())];

    private static LoadedModule Loaded(string module) => AnefHouse.Modules.Loaded.SingleOrDefault(m => m.Manifest.Name == module)
        ?? throw new InvalidOperationException($"Modules/{module} is not among the packages in artifacts/modules: build the solution.");
}
