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
        try { return values.Get<T>() ?? new T(); }
        catch (InvalidOperationException) when (Fault<T>(values) is { } fault) { throw fault; }
    }

    private static SettingFault? Fault<T>(IConfigurationSection values)
    {
        foreach (var property in typeof(T).GetProperties())
        {
            try { values.GetValue(property.PropertyType, property.Name); }
            catch (InvalidOperationException) { return new SettingFault($"{values.Path}:{property.Name}", $"« {values[property.Name]} » n'est pas {Expected(property.PropertyType)}."); }
        }
        return null;
    }

    private static string Expected(Type type) =>
        type.IsEnum ? $"l'une des valeurs {string.Join(", ", Enum.GetNames(type))}"
        : type == typeof(TimeSpan) ? "une durée (hh:mm:ss)"
        : type == typeof(bool) ? "true ou false"
        : "un nombre";
}
