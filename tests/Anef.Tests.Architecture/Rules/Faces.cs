using System.Reflection;
using System.Runtime.CompilerServices;
using Anef.SharedKernel.Modules;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Anef.Tests.Architecture.Rules;

/// <summary>What an assembly shows of itself and leans on, and which of its classes may be derived from.</summary>
internal static class Faces
{
    /// <summary>Public types of a module besides its module class.</summary>
    public static IEnumerable<string> Shown(Assembly module) => module.GetExportedTypes()
        .Where(t => !t.IsSubclassOf(typeof(AnefModule))).Select(t => t.FullName!);

    /// <summary>Assemblies of ours that it leans on and may not.</summary>
    public static IEnumerable<string> LeansOn(Assembly assembly, Predicate<string> allowed) => assembly.GetReferencedAssemblies()
        .Select(r => r.Name!).Where(name => name.StartsWith("Anef.", StringComparison.Ordinal) && !allowed(name));

    /// <summary>Assemblies that are neither the framework's nor ours.</summary>
    public static IEnumerable<string> Strangers(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(r => r.Name!).Where(name => !name.StartsWith("Anef.", StringComparison.Ordinal) && !name.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>Classes that could be derived from, though nothing is.</summary>
    public static IEnumerable<string> Unsealed(IReadOnlyCollection<Type> types)
    {
        var bases = types.Select(t => t.BaseType).ToHashSet();
        return types
            .Where(t => t is { IsClass: true, IsAbstract: false, IsSealed: false } && !bases.Contains(t))
            .Where(t => t.Name != nameof(Program) && !t.IsSubclassOf(typeof(ModelSnapshot)))
            .Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !t.Name.Contains('<', StringComparison.Ordinal))
            .Select(t => t.FullName!);
    }
}
