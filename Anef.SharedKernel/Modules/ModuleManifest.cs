using System.Text.Json;
using System.Text.Json.Serialization;

namespace Anef.SharedKernel.Modules;

/// <summary>What a package's <c>module.json</c> says.</summary>
public sealed record ModuleManifest
{
    /// <summary>Name of the module, and of its folder.</summary>
    public required string Name { get; init; }

    /// <summary>File of its assembly, in the same folder.</summary>
    public required string Assembly { get; init; }

    /// <summary>Modules that must be loaded before it.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Department code when this is the package of one prefecture; null for a module of the system.</summary>
    public string? Prefecture { get; init; }

    /// <summary>Oldest version of the host that can run it.</summary>
    public Version? NeedsHost { get; init; }

    /// <summary>Where the package stands.</summary>
    [JsonIgnore]
    public string Folder { get; init; } = "";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Reads a package's manifest.</summary>
    /// <exception cref="ModuleFault">It cannot be read.</exception>
    public static ModuleManifest Read(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        try
        {
            return JsonSerializer.Deserialize<ModuleManifest>(File.ReadAllText(file), Strict)! with { Folder = folder };
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ModuleFault(Path.GetFileName(folder), $"{file} : {fault.Message}");
        }
    }
}

/// <summary>A module cannot be loaded: which, and why.</summary>
public sealed class ModuleFault(string module, string reason, Exception? cause = null) : Exception($"Module {module} : {reason}", cause)
{
    /// <summary>Name of the module or of its folder.</summary>
    public string Module { get; } = module;
}
