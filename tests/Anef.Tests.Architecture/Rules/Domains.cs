using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Anef.Tests.Architecture.Rules;

/// <summary>A domain is written in the language alone: no database, no web, no container, nothing of its own module outside of it.</summary>
internal static partial class Domains
{
    private static readonly string[] OfTheKernel = ["Rules", "Calendar", "Events", "Jobs", "Prefectures", "Retention", "Security"];

    /// <summary>Types of a <c>*.Domain</c> namespace, and what each leans on and may not.</summary>
    public static IEnumerable<string> Leaks(Assembly assembly)
    {
        var architecture = new ArchLoader().LoadAssemblies(assembly).Build();
        return architecture.Types.Where(t => IsDomain(t.Namespace.FullName))
            .SelectMany(t => t.Dependencies.Select(d => d.Target).Where(target => !May(t, target)).Select(target => $"{t.FullName} → {target.FullName}"))
            .Distinct().Order(StringComparer.Ordinal);
    }

    private static bool IsDomain(string space) => Domain().IsMatch(space);

    private static bool May(IType type, IType target)
    {
        var space = target.Namespace?.FullName ?? "";
        return space == "System" || space.StartsWith("System.", StringComparison.Ordinal)
            || target.FullName.Contains('<', StringComparison.Ordinal) // made by the compiler
            || space == "Microsoft.CodeAnalysis" // attributes that the compiler lays into the assembly
            || space.StartsWith(Domain().Match(type.Namespace.FullName).Value, StringComparison.Ordinal)
            || Contracts().IsMatch(space)
            || Array.Exists(OfTheKernel, part => space == $"Anef.SharedKernel.{part}")
            || target is GenericParameter;
    }

    [GeneratedRegex(@"^Anef\.\w+(\.\w+)*?\.Domain(?=\.|$)")]
    private static partial Regex Domain();

    [GeneratedRegex(@"^Anef\.\w+\.Contracts(\.|$)")]
    private static partial Regex Contracts();
}
