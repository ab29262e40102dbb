using System.Reflection;
using System.Runtime.CompilerServices;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Retention;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Database;

/// <summary>A static method that makes a query of a module's context: found by looking, called with made-up arguments.</summary>
public sealed class NamedQuery
{
    private readonly MethodInfo _method;

    private NamedQuery(MethodInfo method) => _method = method;

    /// <summary>Every one of every loaded module.</summary>
    public static IEnumerable<NamedQuery> All() => AnefHouse.Modules.Assemblies
        .SelectMany(a => a.GetTypes())
        .Where(t => !t.ContainsGenericParameters)
        .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(m => m.ReturnType.IsAssignableTo(typeof(IQueryable)) && Array.Exists(m.GetParameters(), p => p.ParameterType.IsSubclassOf(typeof(ModuleDb))))
        .Where(m => !m.IsDefined(typeof(CompilerGeneratedAttribute)) && !m.Name.Contains('<', StringComparison.Ordinal))
        .Select(m => new NamedQuery(m));

    /// <summary>The query on the contexts of a scope.</summary>
    public IQueryable On(AsyncServiceScope scope) => (IQueryable)_method.Invoke(null, [.. _method.GetParameters().Select(p => Sample(p.ParameterType, scope))])!;

    /// <inheritdoc/>
    public override string ToString() => $"{_method.DeclaringType!.Name}.{_method.Name}";

    private static object Sample(Type type, AsyncServiceScope scope)
    {
        if (type.IsSubclassOf(typeof(ModuleDb))) return scope.ServiceProvider.GetRequiredService(type);
        if (Nullable.GetUnderlyingType(type) is { } inner) return Sample(inner, scope);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0)!;
        if (type.IsArray) return Filled(type.GetElementType()!, scope);
        if (type.IsGenericType && type.IsAssignableFrom(type.GetGenericArguments()[0].MakeArrayType())) return Filled(type.GetGenericArguments()[0], scope);
        return Simple.FirstOrDefault(sample => sample.GetType() == type)
            ?? throw new NotSupportedException($"A named query takes a {type}: say in {nameof(NamedQuery)} what one looks like.");
    }

    private static readonly object[] Simple =
    [
        new CivilDay(CivilTime.Paris, new DateOnly(2026, 3, 2)), new DateOnly(2026, 3, 2), new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero),
        Guid.Empty, "text", 10, 10L, 10m, true, CancellationToken.None, TestAccess.Applicant(Guid.Empty),
        new RetentionRule(Things.File, "decisionFinal", 60, 0, 30, new HashSet<string>(), new("retention.file", 1, "R.142-11")),
    ];

    private static Array Filled(Type element, AsyncServiceScope scope)
    {
        var array = Array.CreateInstance(element, 2);
        for (var i = 0; i < array.Length; i++) array.SetValue(Sample(element, scope), i);
        return array;
    }
}
