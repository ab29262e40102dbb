using System.Reflection;
using System.Runtime.Loader;

namespace Anef.SharedKernel.Modules;

/// <summary>The packages found in a folder, loaded in the order of what they depend on.</summary>
/// <remarks>
/// All are loaded into the host's own context: nobody needs two versions of a library, and job types, views and facts are then found by name.
/// A module of the system that fails stops the start; a prefecture's package that fails is set aside with the reason.
/// </remarks>
public sealed class ModuleCatalog
{
    private readonly List<LoadedModule> _loaded = [];
    private readonly Dictionary<string, string> _setAside = [];

    private ModuleCatalog() { }

    /// <summary>Loaded modules, each after those that it depends on.</summary>
    public IReadOnlyList<LoadedModule> Loaded => _loaded;

    /// <summary>Prefectures whose package was set aside: department code → reason.</summary>
    public IReadOnlyDictionary<string, string> SetAside => _setAside;

    /// <summary>Assemblies that may hold use cases, facts, handlers and jobs: the kernel, modules, their contracts.</summary>
    public IReadOnlyList<Assembly> Assemblies => [typeof(ModuleCatalog).Assembly, .. _loaded.SelectMany(m => m.Assemblies).Distinct()];

    /// <summary>Loads every package of a folder.</summary>
    /// <exception cref="ModuleFault">A module of the system cannot be loaded.</exception>
    public static ModuleCatalog Load(string folder, Version host)
    {
        if (!Directory.Exists(folder)) throw new ModuleFault("*", $"le dossier des modules n'existe pas : {folder}");
        var catalog = new ModuleCatalog();
        var manifests = Directory.GetFiles(folder, "module.json", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Select(ModuleManifest.Read).ToList();
        foreach (var manifest in InOrder(manifests))
            catalog.Take(manifest, host);
        return catalog;
    }

    private void Take(ModuleManifest manifest, Version host)
    {
        try
        {
            if (manifest.NeedsHost > host) throw new ModuleFault(manifest.Name, $"demande la version {manifest.NeedsHost} du programme, qui est en {host}");
            _loaded.Add(Open(manifest));
        }
        catch (ModuleFault fault) when (manifest.Prefecture is { } prefecture)
        {
            _setAside[prefecture] = fault.Message;
        }
    }

    private static LoadedModule Open(ModuleManifest manifest)
    {
        var file = Path.Combine(manifest.Folder, manifest.Assembly);
        try
        {
            if (!File.Exists(file)) throw new FileNotFoundException($"{manifest.Assembly} n'est pas dans {manifest.Folder}");
            ResolveFrom(file);
            var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
            var type = assembly.GetTypes().SingleOrDefault(t => t.IsAssignableTo(typeof(AnefModule)) && !t.IsAbstract)
                ?? throw new InvalidOperationException($"{manifest.Assembly} n'a pas de classe dérivée d'AnefModule");
            var contracts = Path.Combine(manifest.Folder, Path.ChangeExtension(manifest.Assembly, ".Contracts.dll"));
            Assembly[] assemblies = File.Exists(contracts)
                ? [assembly, AssemblyLoadContext.Default.LoadFromAssemblyName(AssemblyName.GetAssemblyName(contracts))]
                : [assembly];
            return new LoadedModule(manifest, (AnefModule)Activator.CreateInstance(type)!, assemblies);
        }
        catch (Exception fault) when (fault is not ModuleFault)
        {
            var cause = fault is ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } ? first : fault;
            throw new ModuleFault(manifest.Name, (cause as TargetInvocationException)?.InnerException?.Message ?? cause.Message, fault);
        }
    }

    private static void ResolveFrom(string file)
    {
        var resolver = new AssemblyDependencyResolver(file);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            resolver.ResolveAssemblyToPath(name) is { } path ? context.LoadFromAssemblyPath(path) : null;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) =>
            resolver.ResolveUnmanagedDllToPath(name) is { } path ? System.Runtime.InteropServices.NativeLibrary.Load(path) : 0;
    }

    private static IEnumerable<ModuleManifest> InOrder(List<ModuleManifest> manifests)
    {
        var waiting = manifests.OrderBy(m => m.Prefecture is not null).ThenBy(m => m.Name, StringComparer.Ordinal).ToList();
        var known = new HashSet<string>();
        while (waiting.Count > 0)
        {
            var next = waiting.FirstOrDefault(m => m.DependsOn.All(known.Contains))
                ?? throw new ModuleFault(waiting[0].Name, $"dépend de {string.Join(", ", waiting[0].DependsOn.Except(known))}, absent ou en cercle");
            waiting.Remove(next);
            if (!known.Add(next.Name)) throw new ModuleFault(next.Name, "deux paquets portent ce nom");
            yield return next;
        }
    }
}

/// <summary>A module that is part of this host.</summary>
public sealed record LoadedModule(ModuleManifest Manifest, AnefModule Module, IReadOnlyList<Assembly> Assemblies);
