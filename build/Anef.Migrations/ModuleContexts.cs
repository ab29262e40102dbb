using System.Reflection;
using Anef.SharedKernel.Persistence;

namespace Anef.Migrations;

/// <summary>The database contexts of the modules that stand beside this program.</summary>
internal static class ModuleContexts
{
    public static IReadOnlyList<Type> Find() =>
        [.. Directory.GetFiles(AppContext.BaseDirectory, "Anef.*.dll")
            .Where(file => !file.EndsWith(".Contracts.dll", StringComparison.Ordinal))
            .Select(file => Assembly.Load(AssemblyName.GetAssemblyName(file)))
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(ModuleDb)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)];
}
