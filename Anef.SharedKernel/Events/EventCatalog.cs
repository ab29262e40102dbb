using System.Collections.Frozen;
using System.Reflection;

namespace Anef.SharedKernel.Events;

/// <summary>Which facts exist in the loaded modules, and who listens to each.</summary>
public sealed class EventCatalog
{
    private readonly FrozenDictionary<string, Type> _types;
    private readonly FrozenDictionary<Type, IReadOnlyList<Listener>> _listeners;
    private readonly FrozenDictionary<string, Type> _handlers;

    /// <summary>Reads the assemblies of the loaded modules.</summary>
    public EventCatalog(IEnumerable<Assembly> assemblies)
    {
        var all = assemblies.Distinct().SelectMany(a => a.GetTypes()).Where(t => t is { IsClass: true, IsAbstract: false }).ToList();
        var facts = all.Where(t => t.IsAssignableTo(typeof(IEvent))).ToList();
        var listeners = all.SelectMany(t => HeardBy(t).Select(heard => new Listener(t, heard))).ToList();
        _types = facts.ToFrozenDictionary(t => t.FullName!);
        _handlers = listeners.Select(l => l.Handler).Distinct().ToFrozenDictionary(t => t.FullName!);
        _listeners = facts.ToFrozenDictionary(
            t => t,
            t => (IReadOnlyList<Listener>)[.. listeners.Where(l => t.IsAssignableTo(l.Hears)).OrderBy(l => l.Handler.FullName, StringComparer.Ordinal)]);
    }

    /// <summary>Every kind of fact.</summary>
    public IReadOnlyCollection<Type> Facts => _listeners.Keys;

    /// <summary>The handlers of a fact, in a fixed order.</summary>
    public IReadOnlyList<Listener> ListenersOf(Type fact) => _listeners.TryGetValue(fact, out var found) ? found : [];

    /// <summary>The type of that full name; null when its module is gone.</summary>
    public Type? FactOf(string fullName) => _types.GetValueOrDefault(fullName);

    /// <summary>The handler of that full name; null when its module is gone.</summary>
    public Type? HandlerOf(string fullName) => _handlers.GetValueOrDefault(fullName);

    private static IEnumerable<Type> HeardBy(Type type) => type.GetInterfaces()
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IHandleEvent<>))
        .Select(i => i.GetGenericArguments()[0]);
}

/// <summary>A class that hears a kind of fact.</summary>
public sealed record Listener(Type Handler, Type Hears);
