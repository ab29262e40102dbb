using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Anef.SharedKernel.Settings;

/// <summary>Reads a section of the configuration into an object.</summary>
public static class SettingReader
{
    /// <summary>The section, or the defaults of the object where it says nothing.</summary>
    /// <exception cref="SettingFault">A value cannot be what it stands for.</exception>
    public static T Read<T>(this IConfiguration configuration, string section) where T : class, new()
    {
        var values = configuration.GetSection(section);
        T read;
        try { read = values.Get<T>() ?? new T(); }
        catch (InvalidOperationException) when (Fault<T>(values) is { } fault) { throw fault; }
        // A number is taken for any enumeration.
        foreach (var property in typeof(T).GetProperties().Where(p => p.PropertyType.IsEnum && !Enum.IsDefined(p.PropertyType, p.GetValue(read)!)))
            throw Wrong(values, property);
        return read;
    }

    private static SettingFault? Fault<T>(IConfigurationSection values)
    {
        foreach (var property in typeof(T).GetProperties())
        {
            try { values.GetValue(property.PropertyType, property.Name); }
            catch (InvalidOperationException) { return Wrong(values, property); }
        }
        return null;
    }

    private static SettingFault Wrong(IConfigurationSection values, PropertyInfo property) =>
        new($"{values.Path}:{property.Name}", $"« {values[property.Name]} » n'est pas {Expected(property.PropertyType)}.");

    private static string Expected(Type type) =>
        type.IsEnum ? $"l'une des valeurs {string.Join(", ", Enum.GetNames(type))}"
        : type == typeof(TimeSpan) ? "une durée (hh:mm:ss)"
        : type == typeof(bool) ? "true ou false"
        : "un nombre";
}
